package org.steelyard.assessment;

import java.util.Locale;

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

    /** The kind of this class of event. */
    public static String kindOf(Class<? extends AssessmentEvent> type) {
        return KINDS.get(type);
    }
}
