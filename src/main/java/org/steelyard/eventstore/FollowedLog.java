package org.steelyard.eventstore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as followers see it: each event as {@link Appended}. Nothing is read of an event but its place, so that one that
 * cannot be read reaches its follower too, and is parked there, where otherwise Axon would stop or skip it.
 */
final class FollowedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    FollowedLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Places(log.openStream(after));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    static TrackedEventMessage<?> place(TrackedEventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            String assessment = domain.getAggregateIdentifier();
            long sequence = domain.getSequenceNumber();
            return new GenericTrackedDomainEventMessage<>(
                    event.trackingToken(),
                    domain.getType(),
                    assessment,
                    sequence,
                    new GenericMessage<>(
                            event.getIdentifier(), new Appended(assessment, sequence + 1), MetaData.emptyInstance()),
                    event::getTimestamp);
        }
        throw new IllegalStateException("The log holds events of assessments alone, not " + event);
    }

    private record Places(BlockingStream<TrackedEventMessage<?>> events)
            implements BlockingStream<TrackedEventMessage<?>> {
        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek().map(FollowedLog::place);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return place(events.nextAvailable());
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return events.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
