package org.steelyard.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** What Axon uses must be the store that is wired here: another one would take events and keep none, without a word. */
final class StoreInUse implements SmartInitializingSingleton {
    private final Configuration axon;
    private final EventStore store;
    private final EventStorageEngine storage;

    StoreInUse(Configuration axon, EventStore store, EventStorageEngine storage) {
        this.axon = axon;
        this.store = store;
        this.storage = storage;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!(storage instanceof OrderedEventStorage)) {
            throw new IllegalStateException("Events would be stored by " + storage + ", which is not the JDBC store");
        }
        if (!store.equals(axon.eventBus())) {
            throw new IllegalStateException("Events would go to " + axon.eventBus() + ", which is not the event store");
        }
    }
}
