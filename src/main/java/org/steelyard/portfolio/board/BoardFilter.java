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
     * @param blinded keys of assessments of which something is kept from the reader: what rows say of their readings is not looked
     *     at, see {@link #matches}
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
            addUnless(sql, values, blinded, "r.agreement = ?", agreement.name());
        }
        if (stale != null) {
            addUnless(sql, values, blinded, stale ? "r.stale > ?" : "r.stale = ?", 0);
        }
        if (changedSince != null) {
            add(sql, values, "r.recorded_at >= ?", At.micros(changedSince));
        }
    }

    /** Whether the readings of a row, as its reader sees them, are wanted. */
    boolean matches(BoardRow row) {
        return (agreement == null || agreement == row.agreement()) && (stale == null || stale == row.stale() > 0);
    }

    /** A condition that these assessments always meet. */
    private static void addUnless(
            StringBuilder sql, List<Object> values, Collection<String> these, String condition, Object value) {
        String or = these.isEmpty()
                ? ""
                : " OR r.assessment_key IN (" + String.join(", ", Collections.nCopies(these.size(), "?")) + ")";
        add(sql, values, "(" + condition + or + ")", value);
        values.addAll(these);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }
}
