package org.steelyard.workbench;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Sight;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;

/**
 * Decides on a change of evidence without recording it, and says what it would move. It is the change itself that is weighed, on
 * a copy: an assumption of {@link org.steelyard.balance.WhatIf} knows no new origin and no new source.
 */
@Component
final class Foresight {
    private final Dossiers dossiers;
    private final Refusals refusals;
    private final Moved moved;
    private final Clock clock;

    Foresight(Dossiers dossiers, Refusals refusals, Moved moved, Clock clock) {
        this.dossiers = dossiers;
        this.refusals = refusals;
        this.moved = moved;
        this.clock = clock;
    }

    /** Null where the change would be refused, which is noted at the form. */
    @Nullable
    Foreseen of(Desk desk, String item, Form form, Line line) {
        refusals.check(form, List.of(line), desk.state());
        if (form.hasFaults()) {
            return null;
        }
        Sight sight = dossiers.open(desk.key()).map(Dossier::sight).orElseGet(() -> Sight.full(desk.state()));
        AssessmentState trial = sight.weighed().copy();
        AssessmentState before = trial;
        try {
            for (Recorded recorded : AssessmentDecider.decide(trial, line.submission(), clock.instant())) {
                trial = trial.evolve(recorded);
            }
        } catch (Refused refused) {
            form.blame("", String.valueOf(refused.getMessage()));
            return null;
        }
        return Foreseen.of(desk, item, before, trial, sight.readingsHidden(), moved);
    }
}
