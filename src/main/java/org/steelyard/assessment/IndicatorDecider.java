package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Set;
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;

/** Indicators: recorded and changed. */
final class IndicatorDecider {
    private static final Set<String> OPTIONAL = Set.of("deadline");

    private IndicatorDecider() {}

    static Dated record(RecordIndicator c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.key("/key", c.key());
        checks.statement("/statement", c.statement());
        checks.date("/deadline", c.deadline());
        occasion.checked();
        String key = occasion.freeKey(c.key(), "k", occasion.chronicle().indicators);
        occasion.standing().needs(occasion.standing().interpretation(c.speaksFor(), Reference.field("/speaksFor")));
        return occasion.since(new IndicatorRecorded(key, c.statement(), c.speaksFor(), c.deadline()));
    }

    static Dated change(ChangeIndicator c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.statement("/statement", c.statement());
        checks.date("/deadline", c.deadline());
        checks.change(c.cleared(), OPTIONAL, c.statement(), c.speaksFor(), c.deadline(), c.status());
        if (c.status() != null) {
            occasion.reasonIsGiven();
        }
        occasion.checked();
        var references = new ArrayList<Reference>();
        references.add(occasion.standing().indicator(c.key(), Reference.PATH));
        if (c.speaksFor() != null) {
            references.add(occasion.standing().interpretation(c.speaksFor(), Reference.field("/speaksFor")));
        }
        occasion.standing().needs(references);
        return occasion.since(new IndicatorChanged(
                c.key(), c.statement(), c.speaksFor(), c.deadline(), c.status(), Set.copyOf(c.cleared())));
    }
}
