package org.steelyard.dossier.web;

import org.springframework.stereotype.Component;
import org.steelyard.dossier.figure.Letters;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What a figure says of itself, made from what it shows. */
@Component
class Captions {
    private final Texts texts;
    private final Wording say;

    Captions(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** What, of which assessment, and when. */
    String title(Shown shown) {
        String title = shown.view().title();
        return texts.text(
                "figure.title",
                title == null ? shown.key() : Letters.harmless(title),
                say.moment(shown.view().effectiveAt()),
                Long.toString(shown.view().revision()));
    }

    /** The numbers, for those who do not see the picture. */
    String description(Shown shown) {
        var sentences = new StringBuilder();
        for (var interpretation : shown.interpretations()) {
            var reading = shown.balance().reading(interpretation.key());
            if (reading != null) {
                sentences.append(texts.text(
                        "figure.row",
                        interpretation.key(),
                        say.number(reading.weightedInconsistency()),
                        say.signedDecibans(reading.weightOfEvidence()),
                        reading.judged() == null ? texts.text("reading.not-judged") : say.percent(reading.judged())));
                sentences.append(' ');
            }
        }
        return sentences.toString().strip();
    }
}
