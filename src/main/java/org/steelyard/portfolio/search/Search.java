package org.steelyard.portfolio.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.search.WordTable.Holder;

/** Finds what is written in the assessments that who is signed in may read today. */
@Service
class Search {
    private static final int ROWS_AT_ONCE = 200;

    /** Of so many texts the words are looked at before an answer ends. */
    private static final int TEXTS_AT_ONCE = 20_000;

    private final WordTable words;
    private final Sights sights;
    private final Access access;
    private final ProgressReport progress;

    Search(WordTable words, Sights sights, Access access, ProgressReport progress) {
        this.words = words;
        this.sights = sights;
        this.access = access;
        this.progress = progress;
    }

    /** A text that has one of the words at least; {@code revision} is that of the event that set it last. */
    record Hit(Place place, long revision, Excerpt excerpt) {}

    /**
     * An assessment in whose texts all the words stand.
     *
     * @param hits the texts with most of the words first, at most so many as were asked for
     * @param texts how many texts have one of the words
     */
    record Match(String assessment, String title, List<Hit> hits, int texts) {}

    /**
     * A part of what was found, sorted by key of the assessment.
     *
     * @param next the key after which it goes on; null at the end
     * @param upTo everything recorded then or before was looked through; null as long as there is nothing to look in
     */
    record Found(
            List<Match> matches,
            @Nullable String next,
            @Nullable Instant upTo) {}

    /** Finds at most so many assessments after a key (null for the start), and of each so many hits. */
    Found find(Wanted wanted, @Nullable String after, int most, int hitsEach, @Nullable Instant asOf) {
        int generation = words.serving();
        Instant upTo = generation == 0
                ? null
                : progress.upTo(WordProjection.NAME, generation).orElse(null);
        if (wanted.isEmpty()) {
            return new Found(List.of(), null, upTo);
        }
        var readable = access.readable();
        var matches = new ArrayList<Match>();
        int texts = 0;
        String last = after;
        String lastRead = null;
        List<Holder> rows;
        do {
            rows = words.find(wanted, last, ROWS_AT_ONCE, asOf);
            for (Holder row : rows) {
                last = row.key();
                if (readable.test(row.key(), row.marking() == Marking.CLEAR)) {
                    if (lastRead != null && (matches.size() == most || texts > TEXTS_AT_ONCE)) {
                        return new Found(matches, lastRead, upTo);
                    }
                    lastRead = row.key();
                    texts += look(row.key(), wanted, hitsEach, asOf, matches);
                }
            }
        } while (rows.size() == ROWS_AT_ONCE);
        return new Found(matches, null, upTo);
    }

    /** Looks through an assessment; says how many texts it has. */
    private int look(String key, Wanted wanted, int hitsEach, @Nullable Instant asOf, List<Match> matches) {
        Sight sight = sights.newest(key);
        AssessmentState state = sight.state();
        long revision = asOf == null ? state.revision() : state.revisionAt(asOf);
        if (revision == 0) {
            return 0;
        }
        List<Written> all = Written.all(state, revision);
        if (sight.blinded() && !wanted.isAllIn(all)) {
            return all.size();
        }
        List<Ranked> found = all.stream()
                .flatMap(written -> Ranked.of(written, wanted))
                .sorted(Ranked.ORDER)
                .toList();
        if (!found.isEmpty()) {
            List<Hit> hits = found.stream().limit(hitsEach).map(Ranked::hit).toList();
            matches.add(new Match(key, state.framingAt(revision).title(), hits, found.size()));
        }
        return all.size();
    }

    /** A hit, and how many of the words it has. */
    private record Ranked(Hit hit, int words) {
        static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::words)
                .reversed()
                .thenComparing(ranked -> ranked.hit().place().sort())
                .thenComparingLong(ranked -> ranked.hit().revision());

        static Stream<Ranked> of(Written written, Wanted wanted) {
            Excerpt.Found found = Excerpt.of(written.texts(), wanted);
            return found == null
                    ? Stream.empty()
                    : Stream.of(
                            new Ranked(new Hit(written.place(), written.revision(), found.excerpt()), found.words()));
        }
    }
}
