package org.steelyard.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command with who asks for it and why.
 *
 * @param actor the user who sends it
 * @param author whose view it records; the actor, but for imports
 * @param effectiveAt since when it holds; null for now (for a resolution: its date)
 */
public record Submission(
        AssessmentCommand command,
        String actor,
        String author,
        @Nullable Instant effectiveAt,
        @Nullable String reason) {

    /** What a user asks in their own name, holding from now on. */
    public static Submission of(AssessmentCommand command, String actor) {
        return new Submission(command, actor, actor, null, null);
    }

    public Submission because(@Nullable String why) {
        return new Submission(command, actor, author, effectiveAt, why);
    }

    public Submission effective(@Nullable Instant at) {
        return new Submission(command, actor, author, at, reason);
    }
}
