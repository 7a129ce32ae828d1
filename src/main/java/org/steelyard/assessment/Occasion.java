package org.steelyard.assessment;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.balance.At;

/** A submission, the state that it meets, and its time on both clocks; with the checks that all commands share. */
final class Occasion {
    private final AssessmentState state;
    private final Submission submission;
    private final Instant recordedAt;
    private final Instant effectiveAt;
    private final long shownUpTo;
    private final Checks checks = new Checks();

    Occasion(AssessmentState state, Submission submission, Instant now, long shownUpTo) {
        this.state = state;
        this.shownUpTo = shownUpTo;
        this.submission = submission;
        Instant time = now.truncatedTo(MICROS);
        this.recordedAt = time.isBefore(state.recordedAt()) ? state.recordedAt() : time;
        Instant given = submission.effectiveAt();
        this.effectiveAt = effectiveAt(given == null ? null : given.truncatedTo(MICROS));
        checks.text("/reason", submission.reason());
        checks.userName("/by", submission.author());
        boolean opens = submission.command() instanceof OpenAssessment;
        if (!opens && !state.isOpened()) {
            throw Refused.by(Rule.THE_ASSESSMENT_EXISTS, "There is no such assessment: open it first.");
        }
    }

    private Instant effectiveAt(@Nullable Instant given) {
        checks.instant("/effectiveAt", given);
        checks.require(
                given == null || !given.isAfter(recordedAt),
                Rule.EFFECTIVE_AT_IS_NOT_IN_THE_FUTURE,
                "/effectiveAt",
                "lies in the future: name a time up to " + recordedAt);
        return given == null || given.isAfter(recordedAt) ? recordedAt : given;
    }

    AssessmentState state() {
        return state;
    }

    /** Everything that was recorded before this was submitted, or what was submitted with it. */
    At shown() {
        return new At(shownUpTo, At.LATEST);
    }

    Chronicle chronicle() {
        return state.chronicle();
    }

    String author() {
        return submission.author();
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    boolean namesEffectiveAt() {
        return submission.effectiveAt() != null;
    }

    /** What the log says of the submission's own effective time. */
    Standing standing() {
        return standing(effectiveAt);
    }

    Standing standing(Instant effective) {
        return new Standing(state, effective);
    }

    Stamp stamp(Instant effective) {
        return new Stamp(submission.actor(), submission.author(), recordedAt, effective, submission.reason());
    }

    /** An event that holds since the effective time. */
    Dated since(AssessmentEvent event) {
        return new Dated(event, effectiveAt);
    }

    /** An event that follows the order of recording alone. */
    Dated asRecorded(AssessmentEvent event) {
        return new Dated(event, recordedAt);
    }

    Checks checks() {
        return checks;
    }

    /** Refuses where something is wrong with the command by itself. */
    void checked() {
        checks.done();
    }

    void reasonIsGiven() {
        String reason = submission.reason();
        checks.require(reason != null && !reason.isBlank(), Rule.A_REASON_IS_GIVEN, "/reason", "is missing: say why");
    }

    /** The key that was asked for, where it is free; else the next free one of this kind. */
    String freeKey(@Nullable String wanted, String prefix, Map<String, ? extends Facts> ofThisKind) {
        if (wanted != null) {
            if (isTaken(wanted)) {
                throw Refused.by(
                        Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT,
                        "/key",
                        "The key " + wanted + " is taken in this assessment: choose another, or leave it out.");
            }
            return wanted;
        }
        long number = 1 + ofThisKind.values().stream().filter(this::isKnown).count();
        while (isTaken(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    private boolean isTaken(String key) {
        Chronicle all = chronicle();
        return Stream.of(all.evidence, all.interpretations, all.sources, all.indicators)
                .anyMatch(things -> isKnown(things.get(key)));
    }

    private boolean isKnown(@Nullable Facts facts) {
        return facts != null && facts.known(state.newest());
    }
}
