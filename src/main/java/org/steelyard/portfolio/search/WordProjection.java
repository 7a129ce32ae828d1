package org.steelyard.portfolio.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.At;
import org.steelyard.portfolio.projection.Lives;
import org.steelyard.portfolio.projection.Lives.Life;
import org.steelyard.portfolio.projection.Projection;
import org.steelyard.portfolio.projection.Rows;

/**
 * Which words stand in the texts of each assessment: a row from the event that wrote a word where it stood nowhere before to the
 * event that took it from the last text that had it.
 */
@Component
class WordProjection implements Projection {
    static final String NAME = "search";

    private static final int ASKED_AT_ONCE = 500;
    private static final String INSERT = "INSERT INTO word (generation, assessment_key, word, revision, recorded_from,"
            + " recorded_until) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String END =
            "UPDATE word SET recorded_until = ? WHERE generation = ? AND assessment_key = ? AND word = ? AND revision = ?";

    private final JdbcTemplate jdbc;

    WordProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String deletion() {
        return "DELETE FROM word WHERE generation = ? AND assessment_key = ?";
    }

    @Override
    public void write(Advance advance, Rows rows) {
        List<Change> changes = changes(advance);
        if (!changes.isEmpty()) {
            var standing = new Standing(advance, rows, changes);
            changes.forEach(standing::apply);
            standing.writeOpen();
        }
    }

    /** The words that an event took from a text, and those that it brought there. */
    private record Change(long revision, long recordedAt, Set<String> gone, Set<String> come) {}

    private static List<Change> changes(Advance advance) {
        AssessmentState state = advance.state();
        var changes = new ArrayList<Change>();
        for (long revision = advance.after() + 1; revision <= state.revision(); revision++) {
            Recorded event = Objects.requireNonNull(state.recorded(revision));
            Place place = Place.touchedBy(event);
            if (place != null) {
                Set<String> before = words(Written.at(state, place, revision - 1));
                Set<String> after = words(Written.at(state, place, revision));
                var gone = new HashSet<>(before);
                gone.removeAll(after);
                var come = new HashSet<>(after);
                come.removeAll(before);
                changes.add(new Change(revision, At.micros(event.stamp().recordedAt()), gone, come));
            }
        }
        return changes;
    }

    private static Set<String> words(@Nullable Written written) {
        return written == null ? Set.of() : Words.found(written.texts());
    }

    /** The rows of the words concerned that hold. */
    private Map<String, Life<String>> stored(Advance advance, List<Change> changes) {
        Set<String> concerned = new HashSet<>();
        changes.forEach(change -> {
            concerned.addAll(change.gone());
            concerned.addAll(change.come());
        });
        var lives = new HashMap<String, Life<String>>();
        var words = List.copyOf(concerned);
        for (int i = 0; i < words.size(); i += ASKED_AT_ONCE) {
            lives.putAll(stored(advance, words.subList(i, Math.min(words.size(), i + ASKED_AT_ONCE))));
        }
        return lives;
    }

    private Map<String, Life<String>> stored(Advance advance, Collection<String> words) {
        var values = new ArrayList<Object>(
                List.of(advance.generation(), advance.state().key(), Lives.OPEN));
        words.forEach(word -> values.add(Wanted.stored(word)));
        var lives = new HashMap<String, Life<String>>();
        jdbc.query(
                "SELECT word, revision, recorded_from FROM word WHERE generation = ? AND assessment_key = ?"
                        + " AND recorded_until = ? AND word IN ("
                        + String.join(", ", Collections.nCopies(words.size(), "?")) + ")",
                row -> {
                    String word = Wanted.read(row.getBytes(1));
                    lives.put(word, new Life<>(word, row.getLong(2), row.getLong(3), true));
                },
                values.toArray());
        return lives;
    }

    /** In how many texts each word stands, and the rows as they come and go. */
    private final class Standing extends Lives<String> {
        private final Advance advance;
        private final Rows rows;
        private final Map<String, Integer> texts;

        Standing(Advance advance, Rows rows, List<Change> changes) {
            super(advance.after() == 0 ? Map.of() : stored(advance, changes));
            this.advance = advance;
            this.rows = rows;
            // As long as no word goes, it is enough to know that it stands somewhere.
            this.texts = changes.stream().allMatch(change -> change.gone().isEmpty()) ? onceEach() : counted();
        }

        private Map<String, Integer> onceEach() {
            var once = new HashMap<String, Integer>();
            open().keySet().forEach(word -> once.put(word, 1));
            return once;
        }

        private Map<String, Integer> counted() {
            var counted = new HashMap<String, Integer>();
            Written.all(advance.state(), advance.after())
                    .forEach(written -> words(written).forEach(word -> counted.merge(word, 1, Integer::sum)));
            return counted;
        }

        void apply(Change change) {
            for (String word : change.come()) {
                if (texts.merge(word, 1, Integer::sum) == 1) {
                    begin(word, word, change.revision(), change.recordedAt());
                }
            }
            for (String word : change.gone()) {
                if (texts.merge(word, -1, Integer::sum) == 0) {
                    finish(word, change.recordedAt());
                }
            }
        }

        @Override
        protected void end(String word, Life<String> life, long until) {
            rows.add(END, until, advance.generation(), advance.state().key(), Wanted.stored(word), life.revision());
        }

        @Override
        protected void insert(String word, Life<String> life, long until) {
            rows.add(
                    INSERT,
                    advance.generation(),
                    advance.state().key(),
                    Wanted.stored(word),
                    life.revision(),
                    life.from(),
                    until);
        }
    }
}
