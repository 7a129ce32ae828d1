package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.steelyard.Node;

class StoreInUseTest {
    @TempDir
    Path folder;

    @Test
    void a_store_that_forgets_stops_the_start() {
        assertThatThrownBy(() -> start(Forgetful.class)).hasMessageContaining("not the JDBC store");
    }

    @Test
    void a_bus_that_stores_nothing_stops_the_start() {
        assertThatThrownBy(() -> start(Passing.class)).hasMessageContaining("not the event store");
    }

    /** Without a word in the log: that the start fails is what is wanted. */
    private void start(Class<?> mistake) {
        Node.with(List.of("--steelyard.data-dir=" + folder, "--logging.level.root=off"), mistake)
                .close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Forgetful {
        @Bean
        @Primary
        EventStorageEngine inMemory() {
            return new InMemoryEventStorageEngine();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Passing {
        @Bean
        @Primary
        EventBus passing() {
            return SimpleEventBus.builder().build();
        }
    }
}
