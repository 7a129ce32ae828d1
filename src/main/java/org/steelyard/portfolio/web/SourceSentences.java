package org.steelyard.portfolio.web;

import static java.util.Comparator.comparingInt;

import java.util.List;
import org.springframework.stereotype.Component;
import org.steelyard.portfolio.item.SourceIn;
import org.steelyard.portfolio.item.SourceOverall;
import org.steelyard.site.Addresses;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Whose word is leant on, in words. */
@Component
class SourceSentences {
    private final Texts texts;
    private final Wording say;

    SourceSentences(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** About these sources, most weight first; empty where there are none. */
    Sentence all(List<SourceOverall> sources, Asked asked) {
        if (sources.isEmpty()) {
            return Sentence.EMPTY;
        }
        SourceOverall first = sources.getFirst();
        double whole = sources.stream().mapToDouble(SourceOverall::weight).sum();
        return texts.sentence(
                        "sources.answer",
                        name(first, asked),
                        say.number(first.weight()),
                        say.percent(whole == 0 ? null : Double.valueOf(first.weight() / whole)),
                        sources.size() == 1
                                ? texts.text("sources.one")
                                : texts.text("sources.more", Integer.toString(sources.size())))
                .then(leaders(sources, asked));
    }

    private Sentence leaders(List<SourceOverall> sources, Asked asked) {
        long falling = sources.stream()
                .flatMap(source -> source.leadersHanging().stream())
                .distinct()
                .count();
        if (falling == 0) {
            return texts.sentence("sources.leaders.none");
        }
        SourceOverall most = sources.stream()
                .max(comparingInt(source -> source.leadersHanging().size()))
                .orElseThrow();
        return texts.sentence(
                falling == 1 ? "sources.leaders.one" : "sources.leaders.more",
                Long.toString(falling),
                name(most, asked),
                Integer.toString(most.leadersHanging().size()));
    }

    private static Name name(SourceOverall source, Asked asked) {
        return new Name(source.name(), "item", asked.elsewhere("/sources/" + Addresses.segment(source.key())));
    }

    /** About one source in these assessments. */
    Sentence one(List<SourceIn> in) {
        int items = in.stream().mapToInt(SourceIn::items).sum();
        long falling = in.stream().filter(SourceIn::carriesLeader).count();
        return texts.sentence(
                        "source.answer",
                        items == 1 ? texts.text("source.items.one") : texts.text("source.items.more", "" + items),
                        in.size() == 1
                                ? texts.text("source.assessments.one")
                                : texts.text("source.assessments.more", "" + in.size()),
                        say.number(in.stream().mapToDouble(SourceIn::weight).sum()))
                .then(texts.sentence(
                        falling == 0
                                ? "source.leaders.none"
                                : falling == 1 ? "source.leaders.one" : "source.leaders.more",
                        Long.toString(falling)));
    }
}
