package org.steelyard.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Sight;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;

/**
 * Decides on a change of evidence, or of its source, without recording it, and says what it would move. It is the change itself that is weighed, on
 * a copy: an assumption of {@link org.steelyard.balance.WhatIf} knows no new origin and no new source.
 */
@Component
final class Foresight {
    private static final String LOOK = "look";

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

    /** Whether the form asks what would move, and not to record it. */
    static boolean isAsked(Form form) {
        return !form.value(LOOK).isEmpty();
    }

    /**
     * Puts onto the form's page what the change would move, and another form that records it; what is wrong with it instead, where
     * it would be refused.
     *
     * @param items the items of evidence that are changed, or whose source is
     * @param intent what the form is to do
     */
    ModelAndView show(ModelAndView page, Desk desk, Set<String> items, Form form, Line line, String intent) {
        Foreseen foreseen = of(desk, items, form, line);
        if (foreseen == null) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        return page.addObject("foreseen", foreseen)
                .addObject("intent", intent)
                .addObject("carried", form.carried(Set.of(LOOK, "do")));
    }

    /** Null where the change would be refused, which is noted at the form. */
    private @Nullable Foreseen of(Desk desk, Set<String> items, Form form, Line line) {
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
        return Foreseen.of(desk, items, before, trial, sight.readingsHidden(), moved);
    }
}
