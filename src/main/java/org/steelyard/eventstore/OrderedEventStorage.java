package org.steelyard.eventstore;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.Stamp;
import org.steelyard.assessment.Turn;

/**
 * Axon's JDBC storage with three promises more: the order of commits is the order of the global index; a stream has no gap;
 * the stored time stamp of an event is its {@code recordedAt}.
 */
final class OrderedEventStorage extends JdbcEventStorageEngine {
    private final JdbcTemplate jdbc;
    private final Turn turn;
    private final Commits commits;

    OrderedEventStorage(JdbcEventStorageEngine.Builder builder, JdbcTemplate jdbc, Turn turn, Commits commits) {
        super(builder);
        this.jdbc = jdbc;
        this.commits = commits;
        this.turn = turn;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        turn.take();
        refuseGaps(events);
        try {
            super.appendEvents(events.stream().map(OrderedEventStorage::stamped).toList(), serializer);
        } catch (Error e) {
            // Axon rolls back for exceptions alone: its transaction would stay open for good.
            throw new EventStoreException("The events could not be written", e);
        }
        rememberAuthors(events);
        commits.tellOfThis();
    }

    /**
     * Each event as {@link Appended}, for followers. Nothing is read of it but its place, so that one that cannot be read
     * reaches them too, and is parked, where otherwise Axon would stop all of them before it.
     */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken after, boolean mayBlock) {
        return readEventData(after, mayBlock).map(OrderedEventStorage::place);
    }

    private static TrackedEventMessage<?> place(TrackedEventData<?> event) {
        if (event instanceof DomainEventData<?> domain) {
            var place = new Appended(domain.getAggregateIdentifier(), domain.getSequenceNumber() + 1);
            return new GenericTrackedDomainEventMessage<>(
                    event.trackingToken(),
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    new GenericMessage<>(event.getEventIdentifier(), place, MetaData.emptyInstance()),
                    event::getTimestamp);
        }
        throw new IllegalStateException("The log holds events of assessments alone, not " + event);
    }

    /** A stream that another node went on with, or whose cached predecessor was never committed, is refused. */
    private void refuseGaps(List<? extends EventMessage<?>> events) {
        Set<String> streams = new HashSet<>();
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domain && streams.add(domain.getAggregateIdentifier())) {
                long last =
                        lastSequenceNumberFor(domain.getAggregateIdentifier()).orElse(-1L);
                if (domain.getSequenceNumber() != last + 1) {
                    throw new ConcurrencyException("The stream " + domain.getAggregateIdentifier() + " stands at "
                            + last + ", so " + domain.getSequenceNumber() + " cannot be next");
                }
            }
        }
    }

    private static EventMessage<?> stamped(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            Instant recordedAt = Stamp.fromMap(domain.getMetaData()).recordedAt();
            return new GenericDomainEventMessage<>(
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    domain,
                    () -> recordedAt);
        }
        return event;
    }

    /** The append lock is held, so nobody else inserts an author between the question and the answer. */
    private void rememberAuthors(List<? extends EventMessage<?>> events) {
        var authors = new HashSet<String>();
        events.forEach(event -> authors.add(Stamp.fromMap(event.getMetaData()).author()));
        for (String author : authors) {
            jdbc.update(
                    "INSERT INTO event_author (author) SELECT CAST(? AS VARCHAR(64))"
                            + " WHERE NOT EXISTS (SELECT 1 FROM event_author WHERE author = ?)",
                    author,
                    author);
        }
    }
}
