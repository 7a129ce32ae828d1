package org.steelyard.portfolio.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far the projections are, as metrics: asked of the tables when somebody scrapes, once for all of them. */
@Component
class ProjectionMeters implements MeterBinder {
    private static final double MILLIS = 1_000;

    /** One scrape reads all gauges within this time. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private final List<String> names;
    private final ProgressReport report;
    private final Clock clock;
    private Look look = new Look(0, Map.of());

    ProjectionMeters(List<Projection> projections, ProgressReport report, Clock clock) {
        this.names = projections.stream().map(Projection::name).toList();
        this.report = report;
        this.clock = clock;
    }

    private record Look(long at, Map<String, Progress> progress) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : names) {
            gauge("lag", "events", "Events of the log that the serving rows lack", name, Progress::lag, registry);
            gauge("behind", "seconds", "Age of the oldest event that they lack", name, this::secondsBehind, registry);
            gauge("parked", "events", "Events that are parked with a cause", name, Progress::parked, registry);
            gauge(
                    "done",
                    "events",
                    "Events read, of a rebuild while there is one",
                    name,
                    Progress::eventsDone,
                    registry);
            gauge("total", "events", "Events of the log", name, Progress::eventsTotal, registry);
        }
    }

    private void gauge(
            String what,
            String unit,
            String description,
            String projection,
            ToDoubleFunction<Progress> value,
            MeterRegistry registry) {
        Gauge.builder("steelyard.projection." + what, this, meters -> meters.of(projection, value))
                .baseUnit(unit)
                .description(description)
                .tag("projection", projection)
                .register(registry);
    }

    private double of(String projection, ToDoubleFunction<Progress> value) {
        var progress = now().get(projection);
        return progress == null ? Double.NaN : value.applyAsDouble(progress);
    }

    private synchronized Map<String, Progress> now() {
        long now = clock.millis();
        if (now - look.at() > ONE_LOOK.toMillis()) {
            look = new Look(now, report.all().stream().collect(Collectors.toMap(Progress::name, Function.identity())));
        }
        return look.progress();
    }

    private double secondsBehind(Progress progress) {
        var upTo = progress.upTo();
        if (progress.lag() <= progress.parked()) {
            return 0;
        }
        return upTo == null
                ? Double.NaN
                : Math.max(0, Duration.between(upTo, clock.instant()).toMillis() / MILLIS);
    }
}
