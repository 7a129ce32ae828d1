package org.steelyard.load;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.Recorded;

/** Writes events as the product's store does, only many at once. {@code SameRows} holds it to that. */
final class LogWriter implements Case.Sink {
    private static final int IN_A_BATCH = 1_000;
    private static final int IN_A_TRANSACTION = 20_000;
    private static final String INSERT =
            "INSERT INTO domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                    + " payload_type, payload_revision, payload, meta_data) VALUES (?, ?, ?, 'assessment', ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Serializer serializer;
    private final Dice dice;
    private final List<Object[]> rows = new ArrayList<>();
    private final TreeSet<String> authors = new TreeSet<>();
    private long written;
    private long identifiers;

    LogWriter(JdbcTemplate jdbc, TransactionTemplate transactions, Serializer serializer, long seed) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.serializer = serializer;
        dice = new Dice(seed);
    }

    @Override
    public void take(String assessment, Recorded event) {
        SerializedObject<String> payload = serializer.serialize(event.event(), String.class);
        SerializedObject<String> stamp =
                serializer.serialize(MetaData.from(event.stamp().toMap()), String.class);
        authors.add(event.stamp().author());
        rows.add(new Object[] {
            identifier(),
            assessment,
            event.revision() - 1,
            DateTimeUtils.formatInstant(event.stamp().recordedAt()),
            payload.getType().getName(),
            payload.getType().getRevision(),
            payload.getData(),
            stamp.getData()
        });
        if (rows.size() == IN_A_TRANSACTION) {
            flush();
        }
    }

    /** Of the seed, and growing, as an index on random ones takes long to fill. Nothing is ever looked up by it. */
    private String identifier() {
        return new UUID(++identifiers, dice.nextLong()).toString();
    }

    private void flush() {
        transactions.executeWithoutResult(status -> {
            jdbc.queryForObject("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE", Integer.class);
            for (int from = 0; from < rows.size(); from += IN_A_BATCH) {
                jdbc.batchUpdate(INSERT, rows.subList(from, Math.min(from + IN_A_BATCH, rows.size())));
            }
        });
        written += rows.size();
        rows.clear();
        if (written % 100_000 == 0) {
            System.out.printf("# %,d events%n", written);
        }
    }

    /** Writes what is left, and the authors of it all. */
    void finish() {
        flush();
        transactions.executeWithoutResult(status -> authors.forEach(author -> jdbc.update(
                "INSERT INTO event_author (author) SELECT CAST(? AS VARCHAR(64))"
                        + " WHERE NOT EXISTS (SELECT 1 FROM event_author WHERE author = ?)",
                author,
                author)));
    }

    long written() {
        return written;
    }
}
