package org.steelyard.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Stamp;
import org.steelyard.assessment.WholeLog.Stream;

/** The log as it is stored. Sequence numbers start at 0, revisions at 1. */
final class StoredLog implements AssessmentLog {
    private static final int PORTION = 500;

    private final EventStorageEngine storage;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    StoredLog(
            EventStorageEngine storage,
            Serializer serializer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.storage = storage;
        this.serializer = serializer;
        this.jdbc = jdbc;
        reading = new TransactionTemplate(transactions);
        // Axon reads in a transaction of its own where there is none, and its end would force the disk for nothing.
        reading.setReadOnly(true);
    }

    @Override
    public List<Recorded> read(String assessment, long afterRevision) {
        Stream stream = readable(assessment, afterRevision);
        if (stream.broken() != null) {
            throw stream.broken();
        }
        return stream.events();
    }

    @Override
    public Stream readable(String assessment, long afterRevision) {
        return Objects.requireNonNull(reading.execute(status -> readFrom(assessment, afterRevision)));
    }

    private Stream readFrom(String assessment, long afterRevision) {
        var events = new ArrayList<Recorded>();
        try {
            DomainEventStream stream = storage.readEvents(assessment, afterRevision);
            while (stream.hasNext()) {
                DomainEventMessage<?> message = stream.next();
                events.add(new Recorded(
                        message.getSequenceNumber() + 1, Stamp.fromMap(message.getMetaData()), (AssessmentEvent)
                                message.getPayload()));
            }
            return new Stream(assessment, events, null);
        } catch (DataAccessException | EventStoreException unreachable) {
            throw unreachable;
        } catch (RuntimeException unreadable) {
            return new Stream(assessment, events, unreadable);
        }
    }

    @Override
    public long revision(String assessment) {
        String newest = "SELECT COALESCE(MAX(sequence_number), -1) FROM domain_event WHERE aggregate_identifier = ?";
        return Objects.requireNonNull(jdbc.queryForObject(newest, Long.class, assessment)) + 1;
    }

    @Override
    public boolean isAuthor(String user) {
        return !jdbc.queryForList("SELECT 1 FROM event_author WHERE author = ?", Integer.class, user)
                .isEmpty();
    }

    @Override
    public Optional<String> digest(String assessment, long revision) {
        if (revision < 1 || revision > revision(assessment)) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        RowCallbackHandler add = row -> add(digest, row.getString(1), row.getString(2), row.getString(3));
        // In portions, since drivers like to hold a whole result in memory.
        for (long from = 0; from < revision; from += PORTION) {
            jdbc.query(
                    "SELECT meta_data, payload_type, payload FROM domain_event WHERE aggregate_identifier = ?"
                            + " AND sequence_number >= ? AND sequence_number < ? ORDER BY sequence_number",
                    add,
                    assessment,
                    from,
                    Math.min(from + PORTION, revision));
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public String digestOf(List<Recorded> events) {
        RunningDigest digest = runningDigest();
        events.forEach(digest::add);
        return digest.soFar();
    }

    @Override
    public RunningDigest runningDigest() {
        MessageDigest digest = sha256();
        return new RunningDigest() {
            @Override
            public void add(Recorded next) {
                MetaData stamp = MetaData.from(next.stamp().toMap());
                var payload = serializer.serialize(next.event(), String.class);
                StoredLog.add(
                        digest,
                        serializer.serialize(stamp, String.class).getData(),
                        payload.getType().getName(),
                        payload.getData());
            }

            @Override
            public String soFar() {
                try {
                    return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
                } catch (CloneNotSupportedException e) {
                    throw new IllegalStateException("Java's own SHA-256 can be copied", e);
                }
            }
        };
    }

    /** Each text goes in as its length in bytes (8 bytes, big-endian) and its UTF-8 bytes. */
    private static void add(MessageDigest digest, String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
