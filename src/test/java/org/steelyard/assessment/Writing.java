package org.steelyard.assessment;

import java.util.List;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.balance.Relation;

/** Plain submissions by {@code an1}, for tests that care how they are stored and not what they say. */
public final class Writing {

    private Writing() {}

    public static Submission opening(String key) {
        var open = new OpenAssessment(
                key,
                "Title",
                "Will it?",
                Relation.EXCLUSIVE,
                null,
                Marking.AMBER,
                List.of("tag"),
                PolicyChange.NONE,
                false);
        return Submission.of(open, "an1");
    }

    public static Submission comment(String text) {
        return Submission.of(new MakeComment(text, null, null), "an1");
    }

    /** Opens an assessment under this key. */
    public static void open(Assessments assessments, String key) {
        assessments.record(key, List.of(opening(key)), null);
    }

    /** Comments on an assessment, and returns the revision that came of it. */
    public static long say(Assessments assessments, String key, String text) {
        return assessments.record(key, List.of(comment(text)), null).last().revision();
    }
}
