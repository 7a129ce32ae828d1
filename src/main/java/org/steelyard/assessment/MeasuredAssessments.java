package org.steelyard.assessment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Counts and times commands, to when what they record is durable: {@code steelyard.commands} by kind and outcome, and
 * {@code steelyard.events}, what was appended, by kind.
 */
final class MeasuredAssessments implements Assessments {
    private final Assessments assessments;
    private final MeterProvider<Timer> commands;
    private final MeterProvider<Counter> events;

    MeasuredAssessments(Assessments assessments, MeterRegistry registry) {
        this.assessments = assessments;
        this.commands = Timer.builder("steelyard.commands")
                .description("Commands, until what they record is durable")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .withRegistry(registry);
        this.events = Counter.builder("steelyard.events")
                .description("Events appended to the log by this node")
                .withRegistry(registry);
    }

    @Override
    public Outcome record(
            String assessment, List<Submission> submissions, @Nullable Long ifMatch, Consumer<Outcome> alongside) {
        return measured(
                kind(submissions),
                () -> assessments.record(assessment, submissions, ifMatch, alongside),
                Outcome::appended);
    }

    @Override
    public List<Outcome> importAll(List<List<Recorded>> histories, Consumer<List<Outcome>> alongside) {
        return measured(
                "import",
                () -> assessments.importAll(histories, alongside),
                outcomes -> outcomes.stream()
                        .flatMap(outcome -> outcome.appended().stream())
                        .toList());
    }

    private <T> T measured(String kind, Supplier<T> work, Function<T, List<Recorded>> appended) {
        var sample = Timer.start();
        String outcome = "failed";
        try {
            T done = work.get();
            outcome = "accepted";
            appended.apply(done)
                    .forEach(event -> events.withTags("kind", event.kind()).increment());
            return done;
        } catch (Refused refused) {
            outcome = "refused";
            throw refused;
        } catch (StaleRevision | AlreadyOpened | CannotAcquireLockException conflict) {
            outcome = "conflict";
            throw conflict;
        } finally {
            sample.stop(commands.withTags("kind", kind, "outcome", outcome));
        }
    }

    /** "rate-evidence"; of several commands that are not alike "several". */
    private static String kind(List<Submission> submissions) {
        var kinds = submissions.stream()
                .map(submission -> submission.command().getClass().getSimpleName())
                .distinct()
                .toList();
        return kinds.size() == 1
                ? kinds.getFirst().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                : "several";
    }
}
