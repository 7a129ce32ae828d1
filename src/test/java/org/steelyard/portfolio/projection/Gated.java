package org.steelyard.portfolio.projection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Waypoint;
import org.steelyard.portfolio.item.ItemProjection;

/** A projection that tells of what it writes, can be held up, and can fail for some assessments. */
final class Gated extends ItemProjection<Gated.Kind> {
    static final String NAME = "gated";

    /** Of these it can make no rows. */
    final Set<String> unbearable = ConcurrentHashMap.newKeySet();

    /** Hears of each assessment before it is written. */
    volatile Consumer<Advance> told = advance -> {};

    /** The kind of the newest event. */
    record Kind(String kind) {}

    private Gated(JdbcTemplate jdbc) {
        super(NAME, Kind.class, jdbc);
    }

    @Override
    protected Look<Kind> look(AssessmentState state, Map<String, Kind> before) {
        return waypoint -> Map.of("newest", new Kind(waypoint.event().kind()));
    }

    @Override
    protected Map<String, Kind> seen(Sight sight, long revision) {
        return Map.of(
                "newest", new Kind(Waypoint.at(sight.state(), revision).event().kind()));
    }

    @Override
    public void write(Advance advance, Rows rows) {
        told.accept(advance);
        if (unbearable.contains(advance.state().key())) {
            throw new IllegalStateException("Too much for the gated one");
        }
        super.write(advance, rows);
    }

    static Consumer<Advance> waitFor(CountDownLatch latch) {
        return advance -> {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        };
    }

    /** Brings it into a node; no configuration that every node finds by itself. */
    static class Bring {
        @Bean
        Gated gated(JdbcTemplate jdbc) {
            return new Gated(jdbc);
        }
    }
}
