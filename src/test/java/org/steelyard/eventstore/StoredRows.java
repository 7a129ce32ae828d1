package org.steelyard.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.Stamp;

/** The table of events, past the rules: what is written into it, and rows as an older server left them. */
final class StoredRows {
    private static final Instant NOON = Instant.parse("2025-07-31T12:00:00.123456Z");
    static final Stamp STAMP = new Stamp("an1", "an2", NOON, Instant.parse("2025-07-31T12:00:00Z"), "because");
    static final String STAMP_JSON = "{\"actor\":\"an1\",\"author\":\"an2\",\"effectiveAt\":\"2025-07-31T12:00:00Z\","
            + "\"reason\":\"because\",\"recordedAt\":\"2025-07-31T12:00:00.123456Z\"}";

    private final EventStore store;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    StoredRows(Node node) {
        store = node.get(EventStore.class);
        jdbc = node.get(JdbcTemplate.class);
        transaction = new TransactionTemplate(node.get(PlatformTransactionManager.class));
    }

    /** Stores this event, and returns the JSON that came of it. */
    String written(AssessmentEvent event) {
        return column("payload", store(event, STAMP));
    }

    /** Stores any event with this stamp, and returns the JSON that came of the stamp. */
    String writtenBeside(Stamp stamp) {
        return column("meta_data", store(new AssessmentEvent.BlindChanged(true), stamp));
    }

    /** As the first of a stream of its own, whose name is returned. */
    private String store(AssessmentEvent event, Stamp stamp) {
        String stream = UUID.randomUUID().toString();
        var message = new GenericDomainEventMessage<>("assessment", stream, 0, event, MetaData.from(stamp.toMap()));
        transaction.executeWithoutResult(status -> store.publish(List.of(message)));
        return stream;
    }

    /** Puts a row in as it stands, as the next of its stream. */
    void insert(String stream, String wireName, String json) {
        jdbc.update(
                "INSERT INTO domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                        + " payload_type, payload, meta_data) SELECT ?, ?, COUNT(*), 'assessment', ?, ?, ?, ?"
                        + " FROM domain_event WHERE aggregate_identifier = ?",
                UUID.randomUUID().toString(),
                stream,
                STAMP.recordedAt().toString(),
                wireName,
                json,
                STAMP_JSON,
                stream);
    }

    /** What stands in this column of the newest event of a stream. */
    String column(String column, String stream) {
        var newest = "SELECT " + column + " FROM domain_event WHERE aggregate_identifier = ?"
                + " ORDER BY sequence_number DESC FETCH FIRST 1 ROW ONLY";
        return Objects.requireNonNull(jdbc.queryForObject(newest, String.class, stream));
    }
}
