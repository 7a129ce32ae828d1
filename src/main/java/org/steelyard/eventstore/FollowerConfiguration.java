package org.steelyard.eventstore;

import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.steelyard.assessment.LogFollowers;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.ThisNode;

/**
 * What keeps followers up with the log. Their commits are not forced to the disk: what is lost of them in a power cut is what
 * the log is read for again, since the place in the log is lost with it.
 */
@Configuration(proxyBeanMethods = false)
class FollowerConfiguration {
    private final DataSource dataSource;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer serializer = Jackson3Serializer.builder().build();

    FollowerConfiguration(DataSource dataSource) {
        this.dataSource = dataSource;
        connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    @Bean
    Letters letters(LogFollowers followers) {
        return new Letters(followers.all(), dataSource, connections, transactions, serializer);
    }

    /** H2 lets one process in. Several nodes may run on one host, and even in one process. */
    @Bean
    ThisNode thisNode() throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        return new ThisNode("H2".equals(product) ? "alone" : UUID.randomUUID().toString());
    }

    @Bean
    TokenStore tokenStore(ThisNode node) {
        return JdbcTokenStore.builder()
                .nodeId(node.name())
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("follower_token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("time_stamp")
                        .build())
                .build();
    }

    @Bean
    Followers followers(LogFollowers followers, EventStore eventStore, TokenStore tokens, Letters letters) {
        return new Followers(followers.all(), eventStore, tokens, transactions, letters);
    }

    @Bean
    ParkedEvents parkedEvents(Letters letters, JdbcTemplate jdbc) {
        return new StoredParkedEvents(letters, jdbc, transactions);
    }
}
