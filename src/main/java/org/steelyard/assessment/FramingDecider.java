package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;

/** Opens an assessment and changes what frames it: its texts, marking, policy, blind mode, archive. */
final class FramingDecider {
    private static final Set<String> OPTIONAL = Set.of("horizon", "tags");

    private FramingDecider() {}

    static Dated open(OpenAssessment c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.key("/key", c.key());
        checks.name("/title", c.title());
        checks.statement("/question", c.question());
        checks.date("/horizon", c.horizon());
        checks.tags("/tags", c.tags());
        checks.policy(c.policy());
        occasion.checked();
        if (occasion.state().isOpened()) {
            throw Refused.by(
                    Rule.AN_ASSESSMENT_IS_OPENED_ONCE,
                    "/key",
                    "The key " + c.key() + " belongs to an assessment already: choose another.");
        }
        return occasion.since(new AssessmentOpened(
                c.key(),
                c.title(),
                c.question(),
                c.relation(),
                c.horizon(),
                c.marking(),
                List.copyOf(c.tags()),
                c.policy(),
                c.blind()));
    }

    static List<Dated> revise(ReviseAssessment c, Occasion occasion) {
        check(c, occasion);
        var events = new ArrayList<Dated>();
        if (revisesTexts(c)) {
            events.add(occasion.since(revised(c)));
        }
        if (c.marking() != null) {
            events.add(occasion.asRecorded(new MarkingChanged(c.marking())));
        }
        PolicyChange policy = policy(c);
        if (policy != null) {
            events.add(occasion.since(new PolicyChanged(policy)));
        }
        if (c.blind() != null) {
            events.add(occasion.asRecorded(new BlindChanged(c.blind())));
        }
        if (c.archived() != null) {
            events.add(occasion.asRecorded(new ArchiveChanged(c.archived())));
        }
        return events;
    }

    private static void check(ReviseAssessment c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.name("/title", c.title());
        checks.statement("/question", c.question());
        checks.date("/horizon", c.horizon());
        checks.tags("/tags", c.tags());
        checks.policy(c.policy());
        checks.change(
                c.cleared(),
                OPTIONAL,
                c.title(),
                c.question(),
                c.horizon(),
                c.tags(),
                c.marking(),
                policy(c),
                c.blind(),
                c.archived());
        occasion.checked();
        if (revisesTexts(c) || policy(c) != null) {
            occasion.standing().stands(List.of());
        }
        if (c.title() != null
                || c.question() != null
                || c.horizon() != null
                || c.cleared().contains("horizon")
                || policy(c) != null) {
            occasion.standing().isUnresolved();
        }
        if (c.blind() != null) {
            occasion.standing(occasion.recordedAt()).isUnresolved();
        }
        if (c.marking() != null) {
            Markings.allowedFor(c.marking(), occasion);
        }
    }

    private static boolean revisesTexts(ReviseAssessment c) {
        return c.title() != null
                || c.question() != null
                || c.horizon() != null
                || c.tags() != null
                || !c.cleared().isEmpty();
    }

    /** Emptied tags are an empty list. */
    private static AssessmentRevised revised(ReviseAssessment c) {
        boolean withoutTags = c.tags() == null && c.cleared().contains("tags");
        boolean withoutHorizon = c.horizon() == null && c.cleared().contains("horizon");
        return new AssessmentRevised(
                c.title(),
                c.question(),
                c.horizon(),
                withoutTags ? List.of() : c.tags(),
                withoutHorizon ? Set.of("horizon") : Set.of());
    }

    /** A policy that sets nothing is none. */
    private static @Nullable PolicyChange policy(ReviseAssessment c) {
        return PolicyChange.NONE.equals(c.policy()) ? null : c.policy();
    }
}
