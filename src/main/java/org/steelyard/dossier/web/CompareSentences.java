package org.steelyard.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.dossier.Grouping;
import org.steelyard.dossier.web.Waterfall.Step;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.site.Days;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What a comparison asks and answers, in sentences. */
@Component
class CompareSentences {
    /** Below this nothing is left unexplained, and nothing has moved. */
    private static final double NOTHING = 1e-9;

    private final Texts texts;
    private final Wording say;
    private final MeasureWords words;

    CompareSentences(Texts texts, Wording say, MeasureWords words) {
        this.texts = texts;
        this.say = say;
        this.words = words;
    }

    /** "What moved the balance between 2 and 14 Mar 2025?". */
    String title(Comparison comparison) {
        AsOf from = comparison.address().range().from();
        AsOf to = comparison.address().range().to();
        if (comparison.from() == null) {
            return to == null ? texts.text("compare.title.all") : texts.text("compare.title.to", when(to));
        }
        if (to == null) {
            return texts.text("compare.title.since", when(from));
        }
        return texts.text("compare.title", shortened(from, to), when(to));
    }

    /** The start without what it shares with the end: "2" of "2 Mar 2025" before "14 Mar 2025". */
    private String shortened(@Nullable AsOf from, AsOf to) {
        if (from instanceof AtInstant one && to instanceof AtInstant other) {
            LocalDate start = one.instant().atOffset(ZoneOffset.UTC).toLocalDate();
            LocalDate end = other.instant().atOffset(ZoneOffset.UTC).toLocalDate();
            boolean days = Days.isEndOfDay(one.instant()) && Days.isEndOfDay(other.instant());
            if (days && start.getYear() == end.getYear() && !start.equals(end)) {
                String day = say.day(start);
                int cut = start.getMonth() == end.getMonth() ? day.indexOf(' ') : day.lastIndexOf(' ');
                return day.substring(0, cut);
            }
        }
        return when(from);
    }

    private String when(@Nullable AsOf at) {
        return switch (at) {
            case null -> texts.text("compare.now");
            case AtRevision it -> texts.text("compare.revision", Long.toString(it.revision()));
            case AtInstant it -> when(it.instant());
        };
    }

    private String when(Instant instant) {
        return Days.isEndOfDay(instant) ? say.day(instant) : say.moment(instant);
    }

    /** Where the range begins, in words. */
    String start(Comparison comparison) {
        return comparison.from() == null
                ? texts.text("compare.before")
                : when(comparison.address().range().from());
    }

    /** Where the range ends, in words. */
    String end(Comparison comparison) {
        return when(comparison.address().range().to());
    }

    /** What moved, what moved it most, and whether anything is left unexplained. */
    Sentence answer(Comparison comparison) {
        if (comparison.events().isEmpty()) {
            return texts.sentence("compare.nothing");
        }
        Measure measure = comparison.measure();
        if (measure == null) {
            return texts.sentence("compare.no-interpretation");
        }
        Sentence said = moved(comparison, measure);
        Sentence most = most(comparison, measure);
        return said.then(most.isEmpty() ? Sentence.EMPTY : texts.sentence("compare.comma"))
                .then(most)
                .then(rest(comparison, measure))
                .then(measure.kind() == Measure.Kind.WEIGHT ? withheld(comparison.to()) : Sentence.EMPTY);
    }

    /** Where the end names no leader it says why: missing work must not look like truth. */
    private Sentence withheld(Shown end) {
        var balance = end.balance();
        return balance.leaders().weightOfEvidence().key() != null
                ? Sentence.EMPTY
                : texts.sentence("compare.withheld", new Headline(texts, say, balance, end.identities()).evidence());
    }

    private Sentence moved(Comparison comparison, Measure measure) {
        Double start = comparison.start();
        Double end = comparison.end();
        if (start == null || end == null) {
            return absent(comparison, measure);
        }
        return measure.isLead() ? lead(comparison, measure, start, end) : single(comparison, measure, start, end);
    }

    private Sentence absent(Comparison comparison, Measure measure) {
        Sentence what = what(comparison, measure);
        Double start = comparison.start();
        Double end = comparison.end();
        if (start == null && end == null) {
            return texts.sentence("compare.absent.both", what);
        }
        return start == null
                ? texts.sentence("compare.absent.start", what, words.value(measure, end))
                : texts.sentence("compare.absent.end", what, words.value(measure, start));
    }

    private Sentence lead(Comparison comparison, Measure measure, double start, double end) {
        Name of = name(comparison, measure.of());
        Name against = name(comparison, Objects.requireNonNull(measure.against()));
        boolean ofLeads = Math.abs(end) > NOTHING ? end > 0 : start >= 0;
        Name first = ofLeads ? of : against;
        Name second = ofLeads ? against : of;
        double before = ofLeads ? start : -start;
        double after = ofLeads ? end : -end;
        String size = words.size(measure, after - before);
        if (Math.abs(after - before) < NOTHING) {
            return texts.sentence("compare.lead.same", first, second, words.value(measure, after));
        }
        if (before < -NOTHING) {
            return texts.sentence(
                    "compare.lead.passed", second, first, words.value(measure, -before), words.value(measure, after));
        }
        return texts.sentence(after > before ? "compare.lead.grew" : "compare.lead.shrank", first, second, size);
    }

    private Sentence single(Comparison comparison, Measure measure, double start, double end) {
        Sentence what = what(comparison, measure);
        String from = words.value(measure, start);
        String to = words.value(measure, end);
        if (Math.abs(end - start) < NOTHING) {
            return texts.sentence("compare.single.same", what, to);
        }
        return texts.sentence(end > start ? "compare.single.rose" : "compare.single.fell", what, from, to);
    }

    /** "The lead of deepening over hedge", "The weight of evidence of hedge". */
    private Sentence what(Comparison comparison, Measure measure) {
        Name of = name(comparison, measure.of());
        return measure.against() == null
                ? texts.sentence("compare.what." + measure.kind(), of)
                : texts.sentence("compare.what.lead", of, name(comparison, measure.against()));
    }

    private static Name name(Comparison comparison, String interpretation) {
        return comparison.to().identities().name(interpretation);
    }

    /** The item that moved it most in the direction in which it went; of a judged probability, the analyst. */
    private Sentence most(Comparison comparison, Measure measure) {
        Double start = comparison.start();
        Double end = comparison.end();
        double moved = (end == null ? 0 : end) - (start == null ? 0 : start);
        boolean judged = measure.kind() == Measure.Kind.JUDGED;
        var most = Waterfall.of(comparison, judged ? Grouping.ANALYST : Grouping.ITEM).all().stream()
                .filter(step -> step.key() != null && !step.key().isEmpty())
                .filter(step -> step.amount() * moved > NOTHING)
                .max(Comparator.comparingDouble(Step::size));
        if (most.isEmpty()) {
            return Sentence.EMPTY;
        }
        Step step = most.get();
        String key = Objects.requireNonNull(step.key());
        Name item = new Name(key, "item", judged ? null : href(comparison, key));
        boolean isPart = step.size() <= Math.abs(moved);
        String which = isPart && step.size() >= Math.abs(moved) / 2 ? "compare.most" : "compare.largest";
        String code = !judged && isNew(comparison, key) ? which + ".new" : which;
        return texts.sentence(code, item, words.stepWithUnit(measure, step.amount()));
    }

    private static boolean isNew(Comparison comparison, String key) {
        return comparison.events().stream()
                .anyMatch(event -> event.event() instanceof EvidenceRecorded recorded
                        && recorded.key().equals(key));
    }

    private static @Nullable String href(Comparison comparison, String key) {
        var dossier = comparison.to().dossier();
        boolean evidence = dossier.state().evidenceAt(key, dossier.point()) != null;
        return evidence ? comparison.to().address().evidence(key) : null;
    }

    private Sentence rest(Comparison comparison, Measure measure) {
        double unexplained = comparison.unexplained();
        return Math.abs(unexplained) <= NOTHING
                ? texts.sentence("compare.explained")
                : texts.sentence("compare.unexplained", words.size(measure, unexplained));
    }
}
