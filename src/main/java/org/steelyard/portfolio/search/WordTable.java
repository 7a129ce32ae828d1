package org.steelyard.portfolio.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.FullText;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Sights;
import org.steelyard.balance.At;
import org.steelyard.portfolio.projection.Lives;
import org.steelyard.portfolio.projection.Projections;

/** Asks the table of words. Each assessment in question costs one look-up a word, however many texts have it. */
@Component
class WordTable implements FullText {
    private final Projections projections;
    /** Asked late: sights know access, which knows assessments, whose list asks for words. */
    private final ObjectProvider<Sights> sights;

    private final JdbcTemplate jdbc;

    WordTable(Projections projections, ObjectProvider<Sights> sights, JdbcTemplate jdbc) {
        this.projections = projections;
        this.sights = sights;
        this.jdbc = jdbc;
    }

    /** An assessment that has the words. Its marking is today's. */
    record Holder(String key, Marking marking) {}

    /** The generation that serves; 0 as long as the first is being built. */
    int serving() {
        return projections.serving(WordProjection.NAME).orElse(0);
    }

    /** The first assessments that have all the words, sorted by key: those after this key (null for the start). */
    List<Holder> find(Wanted wanted, @Nullable String after, int most, @Nullable Instant asOf) {
        var values = new ArrayList<Object>();
        String where = after == null ? "1 = 1" : "i.assessment_key > ?";
        if (after != null) {
            values.add(after);
        }
        where += holding(wanted, asOf, values);
        values.add(most);
        return jdbc.query(
                "SELECT i.assessment_key, i.marking FROM assessment_index i WHERE " + where
                        + " ORDER BY i.assessment_key FETCH FIRST ? ROWS ONLY",
                (row, number) -> new Holder(row.getString(1), Marking.valueOf(row.getString(2))),
                values.toArray());
    }

    @Override
    public Set<String> holding(String word, boolean begun, String first, String last, @Nullable Instant asOf) {
        Wanted wanted = Wanted.of(word, begun);
        if (wanted.isEmpty()) {
            return Set.of();
        }
        var values = new ArrayList<Object>(List.of(first, last));
        String where = "i.assessment_key BETWEEN ? AND ?" + holding(wanted, asOf, values);
        Set<String> keys = new HashSet<>(jdbc.queryForList(
                "SELECT i.assessment_key FROM assessment_index i WHERE " + where, String.class, values.toArray()));
        if (!keys.isEmpty()) {
            sights.getObject().blinded().forEach((key, sight) -> {
                if (keys.contains(key) && !isShown(wanted, sight.state(), asOf)) {
                    keys.remove(key);
                }
            });
        }
        return keys;
    }

    /** Whether the words stand in what the reader may see of an assessment in blind mode. */
    private static boolean isShown(Wanted wanted, AssessmentState state, @Nullable Instant asOf) {
        long revision = asOf == null ? state.revision() : state.revisionAt(asOf);
        return revision > 0 && wanted.isAllIn(Written.all(state, revision));
    }

    private String holding(Wanted wanted, @Nullable Instant asOf, List<Object> values) {
        int generation = serving();
        // Rows end before OPEN, or hold: the newest is what holds just before it.
        long then = asOf == null ? Lives.OPEN - 1 : At.micros(asOf);
        var conditions = new StringBuilder();
        for (int i = 0; i < wanted.words().size(); i++) {
            String word = wanted.words().get(i);
            conditions
                    .append(" AND EXISTS (SELECT 1 FROM word w WHERE w.generation = ?")
                    .append(" AND w.assessment_key = i.assessment_key AND ")
                    .append(wanted.isOpen(i) ? "w.word >= ? AND w.word < ?" : "w.word = ?")
                    .append(" AND w.recorded_from <= ? AND w.recorded_until > ?)");
            values.add(generation);
            values.add(Wanted.stored(word));
            if (wanted.isOpen(i)) {
                values.add(Wanted.behind(word));
            }
            values.add(then);
            values.add(then);
        }
        return conditions.toString();
    }
}
