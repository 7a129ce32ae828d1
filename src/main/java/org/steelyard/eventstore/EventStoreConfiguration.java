package org.steelyard.eventstore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.LogTail;
import org.steelyard.assessment.Turn;
import org.steelyard.assessment.WholeLog;

/**
 * The event store, wired by hand: what Axon's auto-configuration would choose depends on the order in which it happens to run,
 * and its second choice forgets everything without a word.
 */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    /** Axon may skip an event for good when a neighbour looks older than this. Appends are in order, so it never may. */
    private static final int NEVER = Integer.MAX_VALUE;

    private static final int READ_AT_ONCE = 1_000;

    static {
        // Axon's start prints an advertisement unless told not to.
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        return new DurableTransactionManager(dataSource, "H2".equals(product));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new EventSerializer();
    }

    /** What stands beside an event is its stamp and nothing else. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return message -> Map.of();
    }

    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return exception -> {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                    return true;
                }
            }
            return false;
        };
    }

    @Bean
    Turn appendLock(DataSource dataSource) {
        return new AppendLock(dataSource);
    }

    @Bean
    EventStorageEngine eventStorage(
            DataSource dataSource,
            JdbcTemplate jdbc,
            Turn turn,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            PersistenceExceptionResolver duplicateKeys,
            List<EventUpcaster> upcasters,
            Commits commits) {
        var builder = JdbcEventStorageEngine.builder();
        builder.eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .transactionManager(transactions)
                .persistenceExceptionResolver(duplicateKeys)
                .upcasterChain(new EventUpcasterChain(upcasters))
                .dataType(String.class)
                .schema(schema())
                .gapTimeout(NEVER)
                .batchSize(READ_AT_ONCE);
        return new OrderedEventStorage(builder, jdbc, turn, commits);
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("domain_event")
                .snapshotTable("domain_event_snapshot")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    @Bean
    EventStore eventStore(EventStorageEngine storage) {
        return EmbeddedEventStore.builder().storageEngine(storage).build();
    }

    @Bean
    AssessmentLog assessmentLog(
            EventStorageEngine storage,
            @Qualifier("eventSerializer") Serializer serializer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        return new StoredLog(storage, serializer, jdbc, transactions);
    }

    @Bean
    WholeLog wholeLog(
            JdbcTemplate jdbc,
            @Qualifier("eventSerializer") Serializer serializer,
            List<EventUpcaster> upcasters,
            @Value("${steelyard.data-dir}") Path folder) {
        return new StoredWholeLog(jdbc, new EventRows(serializer, upcasters), folder);
    }

    @Bean
    Commits commits() {
        return new Commits();
    }

    @Bean
    LogTail logTail(WholeLog log, Commits commits) {
        return new SharedLogTail(log, commits);
    }

    @Bean
    StoreInUse storeInUse(
            org.axonframework.config.Configuration axon, EventStore eventStore, EventStorageEngine storage) {
        return new StoreInUse(axon, eventStore, storage);
    }
}
