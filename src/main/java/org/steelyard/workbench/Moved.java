package org.steelyard.workbench;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sight;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What a write moved, in a sentence: of what whoever wrote may see, once readings are shown to them. */
@Component
final class Moved {
    private final Texts texts;
    private final Wording say;

    Moved(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** What is different by weight of evidence since this revision; empty where nothing that shows is, and where none is shown. */
    String since(long revision, Sight sight) {
        AssessmentState now = sight.weighed();
        String moved = revision == 0 || sight.readingsHidden()
                ? ""
                : sentence("work.moved.", now, new Point(revision, now.recordedAt(revision)), now);
        return moved.isEmpty() ? "" : " " + moved;
    }

    /** What would be different by weight of evidence; empty where nothing that shows would. */
    String foreseen(AssessmentState before, AssessmentState after) {
        return sentence("work.foreseen.moved.", before, before.latest(), after);
    }

    private String sentence(String group, AssessmentState before, Point then, AssessmentState after) {
        Balance was = Balance.of(before.situationAt(then));
        Balance is = Balance.of(after.situationAt(after.latest()));
        Leader led = was.leaders().weightOfEvidence();
        Leader leads = is.leaders().weightOfEvidence();
        if (leads.key() == null) {
            return led.key() == null ? "" : texts.text(group + "withheld", led.key());
        }
        String lead = say.decibans(lead(is));
        if (!Objects.equals(led.key(), leads.key())) {
            return led.key() == null
                    ? texts.text(group + "named", leads.key(), lead)
                    : texts.text(group + "passed", led.key(), leads.key(), lead);
        }
        String earlier = say.decibans(lead(was));
        return lead.equals(earlier) ? "" : texts.text(group + "lead", leads.key(), lead, earlier);
    }

    /** Decibans that the leader is ahead of the next. */
    private static double lead(Balance balance) {
        return balance.interpretations().stream()
                .filter(reading -> !reading.key()
                        .equals(balance.leaders().weightOfEvidence().key()))
                .mapToDouble(Reading::behindLeader)
                .min()
                .orElse(0);
    }
}
