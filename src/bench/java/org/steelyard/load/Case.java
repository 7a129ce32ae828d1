package org.steelyard.load;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentLog.RunningDigest;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Submission;

/** One assessment while it is made: what it has become, and what is planned. The product's own rules decide on every command. */
final class Case {
    private static final int START_OF_WORK = 7;
    private static final double HOURS_OF_WORK = 12;

    final Shape shape;
    final Dice dice;
    final Words words;

    private final PriorityQueue<Plan> agenda = new PriorityQueue<>();
    private final Sink sink;
    private final RunningDigest digest;
    private AssessmentState state = AssessmentState.none();
    private Instant now;
    private long plans;
    private int refused;

    /** Where events go as they come. */
    interface Sink {
        void take(String assessment, Recorded event);
    }

    private record Plan(Instant at, long number, Runnable act) implements Comparable<Plan> {
        @Override
        public int compareTo(Plan other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : Long.compare(number, other.number);
        }
    }

    Case(Shape shape, Dice dice, Words words, RunningDigest digest, Sink sink) {
        this.shape = shape;
        this.dice = dice;
        this.words = words;
        this.digest = digest;
        this.sink = sink;
        now = shape.opened();
    }

    /** When something happens next; the end of time where nothing will. */
    Instant next() {
        return agenda.isEmpty() ? Instant.MAX : agenda.peek().at();
    }

    void step() {
        Plan plan = agenda.remove();
        now = plan.at();
        plan.act().run();
    }

    Instant now() {
        return now;
    }

    long revision() {
        return state.revision();
    }

    AssessmentState state() {
        return state;
    }

    /** How many commands a rule refused, as where somebody was to correct what another had just retracted. */
    int refused() {
        return refused;
    }

    /** As a review will name it. */
    String digestSoFar() {
        return digest.soFar();
    }

    /** In so long, at whatever hour. */
    void soon(Duration in, Runnable act) {
        agenda.add(new Plan(now.plus(in), plans++, act));
    }

    /** In about so long, at an hour and on a day at which people work. */
    void later(Duration in, Runnable act) {
        Instant at = working(now.plus(in));
        agenda.add(new Plan(at.isAfter(now) ? at : now.plus(dice.seconds(60, 3_600)), plans++, act));
    }

    private Instant working(Instant at) {
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        double hours = START_OF_WORK + HOURS_OF_WORK * Duration.between(day, at).toMillis() / 86_400_000.0;
        DayOfWeek weekday = at.atOffset(ZoneOffset.UTC).getDayOfWeek();
        int over = weekday == DayOfWeek.SATURDAY ? 2 : weekday == DayOfWeek.SUNDAY ? 1 : 0;
        return day.plus(Dice.days(hours / 24)).plus(Duration.ofDays(dice.chance(0.85) ? over : 0));
    }

    /** So much before now, but not before this. */
    Instant before(Duration back, Instant earliest) {
        Instant then = now.minus(back);
        return then.isBefore(earliest) ? earliest : then;
    }

    boolean record(AssessmentCommand command, String author) {
        return record(command, author, null, null);
    }

    /**
     * Sends a command in somebody's name.
     *
     * @param effectiveAt since when it holds; null for now. Where that is refused it holds from now on
     * @return whether it was recorded
     */
    boolean record(AssessmentCommand command, String author, @Nullable String reason, @Nullable Instant effectiveAt) {
        var submission = Submission.of(command, author).because(reason);
        if (effectiveAt != null && decided(submission.effective(effectiveAt))) {
            return true;
        }
        if (decided(submission)) {
            return true;
        }
        refused++;
        return false;
    }

    private boolean decided(Submission submission) {
        List<Recorded> events;
        try {
            events = AssessmentDecider.decide(state, submission, now);
        } catch (Refused broken) {
            return false;
        }
        for (Recorded event : events) {
            state = state.evolve(event);
            digest.add(event);
            sink.take(shape.key(), event);
        }
        return true;
    }
}
