package org.steelyard.assessment;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;

/** The rule that evidence is marked no stricter than its assessment, from both sides. */
final class Markings {
    private Markings() {}

    /** Refuses a marking of the assessment that is less strict than that of an item, retracted ones included. */
    static void allowedFor(Marking marking, Occasion occasion) {
        At newest = occasion.state().newest();
        occasion.chronicle().evidence.forEach((key, facts) -> {
            Marking ofItem = facts.find(Field.MARKING, newest);
            if (ofItem != null && ofItem.stricterThan(marking)) {
                throw Refused.by(
                        Rule.AN_ASSESSMENT_IS_MARKED_AS_STRICTLY_AS_ITS_EVIDENCE,
                        "/marking",
                        "Evidence " + key + " is marked " + ofItem.label() + ", stricter than " + marking.label()
                                + ": change its marking first.");
            }
        });
    }

    /** Refuses a marking of an item that is stricter than the assessment's. */
    static void allowedForItem(@Nullable Marking marking, Occasion occasion) {
        Marking whole = occasion.state().marking();
        if (marking != null && marking.stricterThan(whole)) {
            throw Refused.by(
                    Rule.EVIDENCE_IS_MARKED_NO_STRICTER_THAN_ITS_ASSESSMENT,
                    "/marking",
                    "The assessment is marked " + whole.label() + ", less strict than " + marking.label()
                            + ": mark the item no stricter, or the assessment as strictly first.");
        }
    }
}
