package org.steelyard.eventstore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.steelyard.assessment.LogFollower;

/** For each follower its dead-letter queue in the table {@code dead_letter}, and what hands it events and parks them there. */
final class Letters {
    private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues = new TreeMap<>();
    private final Map<String, DeadLetteringEventHandlerInvoker> invokers = new TreeMap<>();

    Letters(
            List<LogFollower> followers,
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer) {
        for (LogFollower follower : followers) {
            SequencedDeadLetterQueue<EventMessage<?>> queue =
                    queue(follower.name(), connections, transactions, serializer);
            queues.put(follower.name(), queue);
            invokers.put(
                    follower.name(),
                    DeadLetteringEventHandlerInvoker.builder()
                            .eventHandlers(new Following(follower, dataSource))
                            .queue(queue)
                            .transactionManager(transactions)
                            .enqueuePolicy((letter, failure) -> {
                                if (Following.isOfTheEvent(failure)) {
                                    return Decisions.enqueue(ThrowableCause.truncated(failure));
                                }
                                throw new IllegalStateException("The database cannot be reached", failure);
                            })
                            .enableSequenceIdentifierCache()
                            .build());
        }
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue(
            String follower, ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(follower)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema())
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                // What cannot be parked would stop the events of all assessments.
                .maxSequences(Integer.MAX_VALUE)
                .maxSequenceSize(Integer.MAX_VALUE)
                .build();
    }

    private static DeadLetterSchema schema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    SequencedDeadLetterQueue<EventMessage<?>> queueOf(String follower) {
        return of(queues, follower);
    }

    DeadLetteringEventHandlerInvoker invokerOf(String follower) {
        return of(invokers, follower);
    }

    private static <T> T of(Map<String, T> each, String follower) {
        T found = each.get(follower);
        if (found == null) {
            throw new IllegalArgumentException("Nothing follows the log under the name " + follower);
        }
        return found;
    }
}
