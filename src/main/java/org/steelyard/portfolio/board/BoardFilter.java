package org.steelyard.portfolio.board;

import java.time.Instant;
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

    /** Adds its conditions, on the aliases {@code r} and {@code i}, and the values that they want. */
    void addTo(StringBuilder sql, List<Object> values) {
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
            add(sql, values, "r.agreement = ?", agreement.name());
        }
        if (stale != null) {
            add(sql, values, stale ? "r.stale > ?" : "r.stale = ?", 0);
        }
        if (changedSince != null) {
            add(sql, values, "r.recorded_at >= ?", At.micros(changedSince));
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }
}
