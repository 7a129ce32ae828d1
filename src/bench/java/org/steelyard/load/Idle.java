package org.steelyard.load;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.steelyard.Node;

/**
 * The product on a store, where nothing is done but what is asked for: no event is followed, nothing is rebuilt, no command taken.
 * Not annotated, or everything that starts beside it would find it.
 */
final class Idle {

    static Node on(Path data) {
        return Node.with(
                List.of("--steelyard.data-dir=" + data, "--logging.level.root=WARN", "--spring.main.banner-mode=off"),
                Idle.class);
    }

    /** Under this name it takes the place of Spring's own, which would start what runs by itself. */
    @Bean
    DefaultLifecycleProcessor lifecycleProcessor() {
        return new DefaultLifecycleProcessor() {
            @Override
            public void onRefresh() {
                // Nothing is started.
            }
        };
    }
}
