package org.steelyard.assessment;

import java.util.Locale;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;

/** An event as it stands in the log of its assessment: its revision (from 1), its stamp, and what happened. */
public record Recorded(long revision, Stamp stamp, AssessmentEvent event) {

    private static final ClassValue<String> KINDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            String hyphened = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            return hyphened.toLowerCase(Locale.ROOT);
        }
    };

    /** The kind of event as the API and the log name it ("evidence-recorded"). */
    public String kind() {
        return kindOf(event.getClass());
    }

    /** Whether it gives or takes back a rating or a judgment, which blind mode keeps from others. */
    public boolean isOpinion() {
        return switch (event) {
            case EvidenceRated _, RatingWithdrawn _, JudgmentRecorded _, JudgmentWithdrawn _ -> true;
            default -> false;
        };
    }

    /** The kind of this class of event. */
    public static String kindOf(Class<? extends AssessmentEvent> type) {
        return KINDS.get(type);
    }
}
