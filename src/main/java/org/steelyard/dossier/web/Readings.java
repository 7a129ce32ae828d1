package org.steelyard.dossier.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Likelihood;
import org.steelyard.dossier.figure.Heads;
import org.steelyard.dossier.figure.Heads.Head;
import org.steelyard.dossier.figure.ReadingsRow;
import org.steelyard.dossier.figure.ReadingsRow.Analyst;
import org.steelyard.dossier.figure.ReadingsRow.Decibans;
import org.steelyard.dossier.figure.ReadingsRow.Earlier;
import org.steelyard.dossier.figure.ReadingsRow.Judged;
import org.steelyard.dossier.figure.ReadingsRow.Points;
import org.steelyard.dossier.figure.ReadingsRow.Was;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** The three readings as figure and table show them: rows in the order in which the interpretations were proposed. */
@Component
class Readings {
    private static final double SAME = 1e-9;

    private final Texts texts;
    private final Wording say;

    Readings(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** A row of the table behind the figure; numbers are those of the balance, unrounded. */
    record Line(
            String key,
            String css,
            String statement,
            @Nullable String holder,
            @Nullable String discriminator,
            Reading reading,
            SortedMap<String, Double> byAnalyst) {}

    /** What stands above the panels. */
    Heads heads() {
        return new Heads(
                head("inconsistency"),
                head("weight"),
                head("judged"),
                Arrays.stream(Likelihood.values()).map(Likelihood::word).toList());
    }

    private Head head(String reading) {
        return new Head(texts.text("reading." + reading), texts.text("reading." + reading + ".axis"));
    }

    List<ReadingsRow> rows(Shown shown) {
        return rows(shown, Map.of());
    }

    /** The same with marks where the readings stood at another point, by interpretation. */
    List<ReadingsRow> rows(Shown shown, Map<String, Earlier> earlier) {
        return lines(shown).stream()
                .map(line -> row(line, shown, earlier.getOrDefault(line.key(), Earlier.NONE)))
                .toList();
    }

    /**
     * Where the readings of a page stood at another point, by interpretation; only those that have moved.
     *
     * @param when goes on from a reading: "at your last visit"
     */
    Map<String, Earlier> earlier(Shown shown, Balance then, String when) {
        var earlier = new TreeMap<String, Earlier>();
        for (var line : lines(shown)) {
            var now = line.reading();
            var before = then.reading(line.key());
            if (before != null) {
                earlier.put(
                        line.key(),
                        new Earlier(
                                was(
                                        line,
                                        before.weightedInconsistency(),
                                        now.weightedInconsistency(),
                                        say::number,
                                        when),
                                was(line, before.weightOfEvidence(), now.weightOfEvidence(), say::signedDecibans, when),
                                was(line, before.judged(), now.judged(), say::percent, when)));
            }
        }
        earlier.values().removeIf(one -> one.equals(Earlier.NONE));
        return earlier;
    }

    private @Nullable Was was(
            Line line, @Nullable Double then, @Nullable Double now, Function<Double, String> words, String when) {
        if (then == null || (now != null && Math.abs(then - now) <= SAME)) {
            return null;
        }
        String number = words.apply(then);
        return new Was(then, number, texts.text("reading.earlier", line.key(), number, when));
    }

    List<Line> lines(Shown shown) {
        return shown.interpretations().stream()
                .map(i -> new Line(
                        i.key(),
                        shown.identity(i.key()).css(),
                        i.statement(),
                        i.holder(),
                        i.discriminator(),
                        Objects.requireNonNull(shown.balance().reading(i.key())),
                        byAnalyst(shown.balance(), i.key())))
                .toList();
    }

    /** What each analyst whose judgment is pooled gave this interpretation. */
    private static SortedMap<String, Double> byAnalyst(Balance balance, String interpretation) {
        var given = new TreeMap<String, Double>();
        for (var analyst : balance.analysts()) {
            var judged = analyst.judged();
            Double probability = judged == null || analyst.incomplete() ? null : judged.get(interpretation);
            if (probability != null) {
                given.put(analyst.user(), probability);
            }
        }
        return given;
    }

    private ReadingsRow row(Line line, Shown shown, Earlier earlier) {
        var leaders = shown.balance().leaders();
        var reading = line.reading();
        boolean least = leads(leaders.inconsistency(), line);
        boolean first = leads(leaders.weightOfEvidence(), line);
        return new ReadingsRow(
                shown.identity(line.key()),
                line.key(),
                line.statement(),
                "#i-" + line.key(),
                new Points(
                        reading.weightedInconsistency(),
                        say.number(reading.weightedInconsistency()),
                        least,
                        least ? texts.text("reading.least-contradicted") : ""),
                new Decibans(
                        reading.weightOfEvidence(),
                        say.signed(reading.weightOfEvidence()),
                        first,
                        first ? texts.text("reading.leads") : ""),
                judged(line, leads(leaders.judged(), line)),
                earlier);
    }

    private Judged judged(Line line, boolean leads) {
        var reading = line.reading();
        var likelihood = reading.likelihood();
        String text = likelihood == null
                ? texts.text("reading.not-judged")
                : say.percent(reading.judged()) + " " + likelihood.word();
        var analysts = line.byAnalyst().entrySet().stream()
                .map(given -> new Analyst(given.getValue(), given.getKey() + ": " + say.percent(given.getValue())))
                .toList();
        return new Judged(reading.judged(), text, leads, analysts);
    }

    private static boolean leads(Leader leader, Line line) {
        return line.key().equals(leader.key());
    }
}
