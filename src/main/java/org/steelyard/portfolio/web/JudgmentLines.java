package org.steelyard.portfolio.web;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.balance.Likelihood;
import org.steelyard.portfolio.item.Judged;
import org.steelyard.site.Addresses;
import org.steelyard.site.Identity;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;

/** Judgments as their page shows them: what each says, what overtook it, and where its author judges again. */
@Component
class JudgmentLines {
    /** More events than these are counted, not listed. */
    private static final int LISTED = 4;

    private final Access access;
    private final Texts texts;

    JudgmentLines(Access access, Texts texts) {
        this.access = access;
        this.texts = texts;
    }

    /**
     * A row of the page.
     *
     * @param overtaking the first events that overtook it, each as a sentence; empty where it is fresh
     * @param more how many further ones there are
     * @param again where its author judges again; null for another reader, a past view, or a question that is closed
     */
    record Line(
            Judged judged,
            List<Given> given,
            List<Sentence> overtaking,
            int more,
            @Nullable String again) {}

    /** A probability as given. */
    record Given(String interpretation, String css, double probability, String likelihood) {}

    List<Line> of(List<Judged> judged, Asked asked) {
        return judged.stream().map(one -> line(one, asked)).toList();
    }

    private Line line(Judged judged, Asked asked) {
        List<Stale> stale = judged.line().stale();
        int listed = Math.min(LISTED, stale.size());
        return new Line(
                judged,
                given(judged),
                stale.subList(0, listed).stream()
                        .map(event -> sentence(judged, event, asked))
                        .toList(),
                stale.size() - listed,
                again(judged, asked));
    }

    private static List<Given> given(Judged judged) {
        return judged.judgment().probabilities().entrySet().stream()
                .map(share -> new Given(
                        share.getKey(),
                        css(judged, share.getKey()),
                        share.getValue(),
                        Likelihood.of(share.getValue()).word()))
                .sorted(comparingDouble(Given::probability).reversed())
                .toList();
    }

    private static String css(Judged judged, String interpretation) {
        return new Identity(judged.proposed().indexOf(interpretation)).css();
    }

    private Sentence sentence(Judged judged, Stale event, Asked asked) {
        var what = texts.sentence("stale." + event.kind(), subject(judged, event, asked));
        var by = new Name("r" + event.revision(), "by", asked.event(judged.assessment(), event.revision()));
        var told = what.then(texts.sentence("stale.event", by));
        return event.cited() ? told.then(texts.sentence("stale.cited")) : told;
    }

    private static Name subject(Judged judged, Stale event, Asked asked) {
        String item = event.item();
        if (judged.proposed().contains(item)) {
            return new Name(item, "name " + css(judged, item), null);
        }
        boolean isEvidence = event.kind().startsWith("evidence-");
        String below = "/evidence/" + Addresses.segment(item);
        return new Name(item, "item", isEvidence ? asked.assessment(judged.assessment(), below) : null);
    }

    private @Nullable String again(Judged judged, Asked asked) {
        boolean may = asked.then() == null
                && judged.framing().status() == Status.OPEN
                && judged.judgment().analyst().equals(access.user())
                && access.may(Right.RECORD, judged.assessment());
        return may ? asked.assessment(judged.assessment(), "/judge") : null;
    }
}
