package org.steelyard.assessment;

import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Loads what a command is for; for one that is sent in turn, what it loads is the newest until its transaction ends. */
final class AssessmentRepository extends CachingEventSourcingRepository<Assessment> {
    private final EventStore eventStore;
    private final Turn turn;

    AssessmentRepository(EventSourcingRepository.Builder<Assessment> builder, EventStore eventStore, Turn turn) {
        super(builder.eventStore(eventStore));
        this.eventStore = eventStore;
        this.turn = turn;
    }

    /** Most is read before the turn is taken, since all others wait from then on. */
    @Override
    protected EventSourcedAggregate<Assessment> doLoadWithLock(String assessment, Long expectedVersion) {
        EventSourcedAggregate<Assessment> loaded = super.doLoadWithLock(assessment, expectedVersion);
        if (CurrentUnitOfWork.get().getMessage().getPayload() instanceof Decide decide && decide.inTurn()) {
            turn.take();
            DomainEventStream missed = eventStore.readEvents(assessment, loaded.version() + 1);
            if (missed.hasNext()) {
                loaded.initializeState(missed);
            }
        }
        return loaded;
    }
}
