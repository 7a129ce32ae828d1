package org.steelyard.assessment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;

/** Interpretations: proposed, revised, withdrawn, reinstated. */
final class InterpretationDecider {
    private static final Set<String> OPTIONAL = Set.of("holder", "discriminator");

    private InterpretationDecider() {}

    static Dated propose(ProposeInterpretation c, Occasion occasion) {
        occasion.checks().key("/key", c.key());
        checkTexts(occasion.checks(), c.statement(), c.holder(), c.discriminator());
        occasion.checked();
        String key = occasion.freeKey(c.key(), "i", occasion.chronicle().interpretations);
        occasion.standing().needs();
        return occasion.since(new InterpretationProposed(key, c.statement(), c.holder(), c.discriminator()));
    }

    static Dated revise(ReviseInterpretation c, Occasion occasion) {
        checkTexts(occasion.checks(), c.statement(), c.holder(), c.discriminator());
        occasion.checks().change(c.cleared(), OPTIONAL, c.statement(), c.holder(), c.discriminator());
        occasion.checked();
        occasion.standing().needs(occasion.standing().interpretation(c.key(), Reference.PATH));
        return occasion.since(new InterpretationRevised(
                c.key(), c.statement(), c.holder(), c.discriminator(), Set.copyOf(c.cleared())));
    }

    private static void checkTexts(
            Checks checks, @Nullable String statement, @Nullable String holder, @Nullable String discriminator) {
        checks.statement("/statement", statement);
        checks.name("/holder", holder);
        checks.text("/discriminator", discriminator);
    }

    static Dated withdraw(WithdrawInterpretation c, Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        occasion.standing().takeOutOfForce(occasion.standing().interpretation(c.key(), Reference.PATH));
        return occasion.since(new InterpretationWithdrawn(c.key()));
    }

    static Dated reinstate(ReinstateInterpretation c, Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        occasion.standing().reinstate(occasion.standing().interpretation(c.key(), Reference.PATH));
        return occasion.since(new InterpretationReinstated(c.key()));
    }
}
