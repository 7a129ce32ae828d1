package org.steelyard.assessment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;

/** Sources: recorded, corrected, regraded. */
final class SourceDecider {
    private static final Set<String> OPTIONAL = Set.of("origin");

    private SourceDecider() {}

    static Dated record(RecordSource c, Occasion occasion) {
        occasion.checks().key("/key", c.key());
        checkTexts(occasion.checks(), c.name(), c.kind(), c.origin());
        occasion.checked();
        String key = occasion.freeKey(c.key(), "s", occasion.chronicle().sources);
        occasion.standing().needs();
        return occasion.since(new SourceRecorded(key, c.name(), c.kind(), c.reliability(), c.origin()));
    }

    static Dated correct(CorrectSource c, Occasion occasion) {
        checkTexts(occasion.checks(), c.name(), c.kind(), c.origin());
        occasion.checks().change(c.cleared(), OPTIONAL, c.name(), c.kind(), c.reliability(), c.origin());
        occasion.checked();
        occasion.standing().needs(occasion.standing().source(c.key(), Reference.PATH));
        boolean onlyGraded = c.name() == null
                && c.kind() == null
                && c.origin() == null
                && c.cleared().isEmpty();
        if (onlyGraded && c.reliability() != null) {
            return occasion.since(new SourceRegraded(c.key(), c.reliability()));
        }
        return occasion.since(
                new SourceCorrected(c.key(), c.name(), c.kind(), c.reliability(), c.origin(), Set.copyOf(c.cleared())));
    }

    private static void checkTexts(
            Checks checks, @Nullable String name, @Nullable String kind, @Nullable String origin) {
        checks.name("/name", name);
        checks.name("/kind", kind);
        checks.name("/origin", origin);
    }
}
