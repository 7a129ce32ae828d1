package org.steelyard.dossier;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;

/** What overtook a judgment, in words: "E07 was retracted r62 (it rests on that)". */
@Component
public class StaleWords {
    private final Texts texts;

    StaleWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * Each event as a sentence that leads to its item and to itself.
     *
     * @param evidence the address of an item of evidence
     * @param log the address of an event in the log
     */
    public List<Sentence> of(
            AssessmentState state, List<Stale> overtaking, UnaryOperator<String> evidence, LongFunction<String> log) {
        return overtaking.stream()
                .map(event -> of(event, subject(state, event, evidence), log.apply(event.revision())))
                .toList();
    }

    private Sentence of(Stale event, Name subject, String log) {
        var what = texts.sentence("stale." + event.kind(), subject)
                .then(texts.sentence("stale.event", new Name("r" + event.revision(), "by", log)));
        return event.cited() ? what.then(texts.sentence("stale.cited")) : what;
    }

    private static Name subject(AssessmentState state, Stale event, UnaryOperator<String> evidence) {
        var recorded = state.recorded(event.revision());
        return switch (recorded == null ? null : recorded.event()) {
            case AssessmentEvent.InterpretationRevised revised -> new Identities(state).name(revised.key());
            case AssessmentEvent.SourceRegraded regraded -> new Name(regraded.key(), "item", null);
            case AssessmentEvent.SourceCorrected corrected -> new Name(corrected.key(), "item", null);
            case null, default -> new Name(event.item(), "item", evidence.apply(event.item()));
        };
    }
}
