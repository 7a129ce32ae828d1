package org.steelyard.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Stamp;

/** Makes events of rows of the log, outside Axon's own reading; the upcasters are applied alike. */
final class EventRows {
    /** The columns that {@link #row} wants, in its order. */
    static final String COLUMNS =
            "global_index, aggregate_identifier, sequence_number, type, event_identifier, time_stamp,"
                    + " payload_type, payload_revision, payload, meta_data";

    private final Serializer serializer;
    private final @Nullable EventUpcaster upcasters;

    EventRows(Serializer serializer, List<EventUpcaster> upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters.isEmpty() ? null : new EventUpcasterChain(upcasters);
    }

    /** A row as it is stored. */
    record Row(
            long index,
            String assessment,
            long sequence,
            String type,
            String identifier,
            String timestamp,
            SerializedObject<String> payload,
            SerializedObject<String> metaData) {
        /** From 1. */
        long revision() {
            return sequence + 1;
        }
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new SimpleSerializedObject<>(row.getString(9), String.class, row.getString(7), row.getString(8)),
                new SerializedMetaData<>(row.getString(10), String.class));
    }

    /**
     * The event of a row.
     *
     * @throws RuntimeException where it cannot be read
     */
    Recorded read(Row row) {
        // What Axon does for upcasters takes as long as all else.
        if (upcasters == null) {
            MetaData stamp = serializer.deserialize(row.metaData());
            AssessmentEvent event = serializer.deserialize(row.payload());
            return new Recorded(row.revision(), Stamp.fromMap(stamp), event);
        }
        var messages =
                EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(new Entry(row)), serializer, upcasters);
        DomainEventMessage<?> message = messages.next();
        return new Recorded(
                row.revision(), Stamp.fromMap(message.getMetaData()), (AssessmentEvent) message.getPayload());
    }

    /** A row as Axon wants it: its own class for this brings JPA's annotations. */
    private record Entry(Row row) implements DomainEventData<String> {
        @Override
        public String getEventIdentifier() {
            return row.identifier();
        }

        @Override
        public Instant getTimestamp() {
            return Instant.parse(row.timestamp());
        }

        @Override
        public SerializedObject<String> getMetaData() {
            return row.metaData();
        }

        @Override
        public SerializedObject<String> getPayload() {
            return row.payload();
        }

        @Override
        public String getType() {
            return row.type();
        }

        @Override
        public String getAggregateIdentifier() {
            return row.assessment();
        }

        @Override
        public long getSequenceNumber() {
            return row.sequence();
        }
    }
}
