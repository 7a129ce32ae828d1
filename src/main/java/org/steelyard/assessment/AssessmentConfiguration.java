package org.steelyard.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.access.Access;
import org.steelyard.access.AssessmentFacts;

@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    Cache assessmentCache() {
        return new AggregateCache();
    }

    /** Without the cache every write reads its whole stream. */
    @Bean
    Repository<Assessment> assessmentRepository(
            EventStore eventStore, Turn turn, Cache assessmentCache, ParameterResolverFactory parameters) {
        var builder = EventSourcingRepository.builder(Assessment.class)
                .cache(assessmentCache)
                .parameterResolverFactory(parameters);
        return new AssessmentRepository(builder, eventStore, turn);
    }

    @Bean
    AssessmentIndex assessmentIndex(JdbcTemplate jdbc, FullText fullText) {
        return new AssessmentIndex(jdbc, fullText);
    }

    @Bean
    States states(AssessmentLog log) {
        return new States(log);
    }

    @Bean
    Sights sights(Access access, JdbcTemplate jdbc, States states) {
        return new Sights(access, new BlindAssessments(jdbc, states), states);
    }

    @Bean
    AssessmentFacts assessmentFacts(AssessmentIndex index, AssessmentLog log, States states) {
        return new FactsForAccess(index, log, states);
    }

    @Bean
    Assessments assessments(
            CommandGateway commands,
            TransactionManager transactions,
            AssessmentLog log,
            AssessmentIndex index,
            Cache assessmentCache,
            MeterRegistry meters) {
        var assessments = new AxonAssessments(commands, transactions, log, index, assessmentCache);
        return new MeasuredAssessments(assessments, meters);
    }
}
