package org.steelyard.portfolio.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.ListColumn;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.At;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.http.Query;

/**
 * Which rows of the board are wanted; null means any.
 *
 * @param text words that must all stand in key, title or tags, whatever their case
 * @param stale only those with a stale judgment, or without
 * @param changedSince of which something was recorded at this instant or later
 */
public record BoardFilter(
        @Nullable String text,
        @Nullable String tag,
        @Nullable Marking marking,
        @Nullable Status status,
        @Nullable Agreement agreement,
        @Nullable Boolean stale,
        @Nullable Instant changedSince) {

    public static final BoardFilter ANY = new BoardFilter(null, null, null, null, null, null, null);

    /**
     * Adds its conditions, on the aliases {@code r} and {@code i}, and the values that they want.
     *
     * @param blinded keys of assessments whose readings are kept from the reader: those neither agree nor are stale
     */
    void addTo(StringBuilder sql, List<Object> values, Collection<String> blinded) {
        for (String word : Query.words(text)) {
            add(
                    sql,
                    values,
                    "LOWER(r.assessment_key || ' ' || r.title || ' ' || r.tags) LIKE ? ESCAPE '!'",
                    ListColumn.containing(word));
        }
        if (tag != null) {
            add(sql, values, "r.tags LIKE ? ESCAPE '!'", ListColumn.holding(tag));
        }
        if (marking != null) {
            add(sql, values, "i.marking = ?", marking.name());
        }
        if (status != null) {
            add(sql, values, "r.status = ?", status.name());
        }
        if (agreement != null) {
            addUnlessBlinded(
                    sql, values, "r.agreement = ?", agreement.name(), blinded, agreement == Agreement.WITHHELD);
        }
        if (stale != null) {
            addUnlessBlinded(sql, values, stale ? "r.stale > ?" : "r.stale = ?", 0, blinded, !stale);
        }
        if (changedSince != null) {
            add(sql, values, "r.recorded_at >= ?", At.micros(changedSince));
        }
    }

    /** A condition that all of those meet, or none, that are blinded. */
    private static void addUnlessBlinded(
            StringBuilder sql,
            List<Object> values,
            String condition,
            Object value,
            Collection<String> blinded,
            boolean meet) {
        if (blinded.isEmpty()) {
            add(sql, values, condition, value);
            return;
        }
        String those = "(" + String.join(", ", Collections.nCopies(blinded.size(), "?")) + ")";
        add(
                sql,
                values,
                meet
                        ? "(" + condition + " OR r.assessment_key IN " + those + ")"
                        : condition + " AND r.assessment_key NOT IN " + those,
                value);
        values.addAll(blinded);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }
}
