package org.steelyard.assessment;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.balance.At;

/**
 * Whole histories as no team would make them on purpose: random commands of every kind, each decided on as a user's would
 * be, by several authors, many learned late or at one and the same moment. The same seed gives the same history.
 */
public final class RandomHistories {
    private static final Instant START = Instant.parse("2024-06-19T08:00:00Z");
    private static final List<String> ANALYSTS = List.of("ada", "ben", "cyd", "dov");
    private static final List<String> REVIEWERS = List.of("rae", "rex");

    private final Random random;
    private final List<Recorded> history = new ArrayList<>();
    private AssessmentState state = AssessmentState.none();
    private Instant now = START;

    private RandomHistories(Random random) {
        this.random = random;
    }

    /** Tries a property on many histories, the same ones in every run, and names the seed of the one that breaks it. */
    public static void each(BiConsumer<Random, List<Recorded>> property) {
        each(Integer.getInteger("steelyard.histories", 200), property);
    }

    /** The same on this many histories. */
    public static void each(int count, BiConsumer<Random, List<Recorded>> property) {
        for (long seed = 1; seed <= count; seed++) {
            try {
                var random = new Random(seed);
                property.accept(random, any(random));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A history of up to some 120 events, some of them very short. */
    public static List<Recorded> any(Random random) {
        int events = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 20 + random.nextInt(100);
        return any(random, "a" + random.nextInt(1000), events);
    }

    /** A history of this assessment with so many events, or a few more. */
    public static List<Recorded> any(Random random, String key, int events) {
        var histories = new RandomHistories(random);
        histories.open(key);
        while (histories.state.revision() < events) {
            histories.goOn();
        }
        return List.copyOf(histories.history);
    }

    private void open(String key) {
        Instant since = random.nextInt(3) == 0 ? null : now.minus(Duration.ofDays(random.nextInt(400)));
        OpenAssessment opening = new RandomCommands(random, state, new At(0, 0), "ada").opening(key);
        record(new Submission(opening, "ada", "ada", since, anyReason()));
    }

    /** Records what one more random command comes to, or several at one moment. */
    private void goOn() {
        now = now.plus(pause());
        for (int many = random.nextInt(6) == 0 ? 1 + random.nextInt(5) : 1; many > 0; many--) {
            attempt();
        }
    }

    private Duration pause() {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofNanos(random.nextInt(5_000));
            case 2 -> Duration.ofSeconds(random.nextInt(1_000));
            default -> Duration.ofMinutes(random.nextInt(9_000));
        };
    }

    private void attempt() {
        List<String> authors = random.nextInt(12) == 0 ? REVIEWERS : ANALYSTS;
        String author = authors.get(random.nextInt(authors.size()));
        String actor = random.nextInt(12) == 0 ? "importer" : author;
        Instant effective = anyEffective();
        Instant meant = effective == null || effective.isAfter(now) ? now : effective;
        AssessmentCommand command = new RandomCommands(random, state, state.effective(meant), author).any();
        try {
            record(new Submission(command, actor, author, effective, anyReason()));
        } catch (Refused refused) {
            assertTellsWhatToDo(refused);
        }
    }

    private static void assertTellsWhatToDo(Refused refused) {
        if (refused.getMessage() == null || refused.getMessage().isBlank()) {
            throw new AssertionError(refused.rule() + " is refused without a word", refused);
        }
    }

    /** Now, the very time of another event, or any time since the question stands. */
    private @Nullable Instant anyEffective() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> null;
            case 2 -> history.get(random.nextInt(history.size())).stamp().effectiveAt();
            default -> {
                long span = state.since().until(now, MICROS);
                yield state.since().plus(span == 0 ? 0 : random.nextLong(span), MICROS);
            }
        };
    }

    private @Nullable String anyReason() {
        return random.nextInt(4) == 0 ? null : RandomCommands.anyText(random);
    }

    private void record(Submission submission) {
        for (Recorded recorded : AssessmentDecider.decide(state, submission, now)) {
            state = state.evolve(recorded);
            history.add(recorded);
        }
    }
}
