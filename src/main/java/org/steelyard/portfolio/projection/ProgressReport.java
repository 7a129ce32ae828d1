package org.steelyard.portfolio.projection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.balance.At;

/** Tells how far projections are, by what is in the tables: so every node tells the same. */
@Service
public class ProgressReport {
    private static final double MICROS = 1_000_000;

    private final Generations generations;
    private final Lags lags;
    private final ParkedEvents parked;
    private final Clock clock;

    ProgressReport(Generations generations, Lags lags, ParkedEvents parked, Clock clock) {
        this.generations = generations;
        this.lags = lags;
        this.parked = parked;
        this.clock = clock;
    }

    /** Every projection, sorted by name. */
    public List<Progress> all() {
        var counts = parked.counts();
        return generations.all().stream()
                .map(state -> progress(state, counts.getOrDefault(state.name(), 0L)))
                .toList();
    }

    private Progress progress(Generations.State state, long parkedEvents) {
        Lags.Standing serving = lags.standing(state.name(), state.serving());
        long total = serving.total();
        Integer building = state.building();
        long done = building == null ? serving.done() : generations.eventsDone(state.name(), building);
        Double rate = building == null ? null : rate(state, done);
        return new Progress(
                state.name(),
                state.serving() == 0
                        ? Progress.State.BUILDING
                        : building == null ? Progress.State.SERVING : Progress.State.REBUILDING,
                done,
                total,
                rate,
                rate == null || rate == 0 ? null : Double.valueOf((total - done) / rate),
                Math.max(0, total - serving.done()),
                state.serving() == 0
                        ? null
                        : upTo(state.name(), state.serving(), serving).orElse(null),
                parkedEvents,
                state.failure());
    }

    private @Nullable Double rate(Generations.State state, long done) {
        Long started = state.startedAt();
        Long before = state.beganWith();
        if (started == null || before == null) {
            return null;
        }
        double seconds = (At.micros(clock.instant()) - started) / MICROS;
        return seconds <= 0 ? null : Double.valueOf((done - before) / seconds);
    }

    /**
     * Up to when a generation has everything: the newest recorded time where it lacks nothing, else just before the first event
     * that it lacks. Assessments of which events are parked do not hold it back.
     */
    public Optional<Instant> upTo(String projection, int generation) {
        return upTo(projection, generation, lags.standing(projection, generation));
    }

    private Optional<Instant> upTo(String projection, int generation, Lags.Standing standing) {
        // What is recorded after the standing is looked at, is later than the newest there.
        Optional<Instant> missing =
                standing.done() == standing.total() ? Optional.empty() : lags.firstMissing(projection, generation);
        return missing.isPresent()
                ? missing.map(instant -> instant.minus(1, ChronoUnit.MICROS))
                : Optional.ofNullable(standing.newest()).map(At::instant);
    }
}
