package org.steelyard.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.steelyard.assessment.ParkedEvents;

/** Axon's dead letters. They are listed by SQL, since Axon gives them one sequence at a time. */
final class StoredParkedEvents implements ParkedEvents {
    private static final RowMapper<Parked> PARKED = (row, number) -> new Parked(
            row.getString("dead_letter_id"),
            row.getString("processing_group"),
            row.getString("aggregate_identifier"),
            row.getLong("sequence_number") + 1,
            Instant.parse(row.getString("enqueued_at")),
            cause(row.getString("cause_type"), row.getString("cause_message")));

    private final Letters letters;
    private final JdbcTemplate jdbc;
    private final TransactionManager transactions;

    StoredParkedEvents(Letters letters, JdbcTemplate jdbc, TransactionManager transactions) {
        this.letters = letters;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private static @Nullable String cause(@Nullable String type, @Nullable String message) {
        if (type == null) {
            return null;
        }
        String name = type.substring(type.lastIndexOf('.') + 1);
        return message == null ? name : name + ": " + message;
    }

    @Override
    public List<Parked> list(@Nullable String after, int most) {
        return jdbc.query(
                "SELECT * FROM dead_letter WHERE dead_letter_id > ? ORDER BY dead_letter_id FETCH FIRST ? ROWS ONLY",
                PARKED,
                after == null ? "" : after,
                most);
    }

    @Override
    public Optional<Parked> find(String id) {
        return jdbc.query("SELECT * FROM dead_letter WHERE dead_letter_id = ?", PARKED, id).stream()
                .findFirst();
    }

    @Override
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        jdbc.query("SELECT processing_group, COUNT(*) FROM dead_letter GROUP BY processing_group", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Override
    public void park(String follower, String assessment, long revision, RuntimeException cause) {
        if (!Following.isOfTheEvent(cause)) {
            throw cause;
        }
        var queue = letters.queueOf(follower);
        transactions.executeInTransaction(() -> {
            if (!queue.contains(assessment)) {
                var place = new GenericDomainEventMessage<>(
                        "Assessment", assessment, revision - 1, new Appended(assessment, revision));
                queue.enqueue(assessment, new GenericDeadLetter<>(assessment, place, cause));
            }
        });
    }

    @Override
    public boolean retry(String follower, String assessment) {
        letters.invokerOf(follower)
                .process(letter -> letter.message() instanceof DomainEventMessage<?> event
                        && event.getAggregateIdentifier().equals(assessment));
        return transactions.fetchInTransaction(() -> !letters.queueOf(follower).contains(assessment));
    }
}
