package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.balance.At;
import org.steelyard.balance.Relation;
import org.steelyard.http.Query;

/** The list of all assessments: one row each, written in the transaction of its events, so never behind them. */
public class AssessmentIndex {
    private static final RowMapper<Entry> ENTRY = (row, number) -> new Entry(
            row.getString("assessment_key"),
            row.getString("title"),
            row.getString("question"),
            Relation.valueOf(row.getString("relation")),
            Marking.valueOf(row.getString("marking")),
            Status.valueOf(row.getString("status")),
            ListColumn.split(row.getString("tags")),
            row.getLong("revision"),
            At.instant(row.getLong("recorded_at")),
            row.getString("changed_by"),
            row.getString("changed_kind"));

    private final JdbcTemplate jdbc;
    private final FullText fullText;

    AssessmentIndex(JdbcTemplate jdbc, FullText fullText) {
        this.jdbc = jdbc;
        this.fullText = fullText;
    }

    /**
     * One assessment in the list; {@code recordedAt}, {@code changedBy} and {@code changedKind} are of its newest event, the latter two
     * null where blind mode keeps it from the reader.
     */
    public record Entry(
            String key,
            String title,
            String question,
            Relation relation,
            Marking marking,
            Status status,
            List<String> tags,
            long revision,
            Instant recordedAt,
            @Nullable String changedBy,
            @Nullable String changedKind) {}

    /**
     * What to list; null means any.
     *
     * @param text words of which each must stand in key, title, question or tags, whatever its case, or be a word of any text
     *     that {@link FullText} knows
     * @param changedSince of which something was recorded at this instant or later
     */
    public record Filter(
            @Nullable String text,
            @Nullable String tag,
            @Nullable Marking marking,
            @Nullable String analyst,
            @Nullable Status status,
            @Nullable Instant changedSince) {

        public static final Filter ANY = new Filter(null, null, null, null, null, null);

        private boolean matchesButForText(Entry entry, List<String> analysts) {
            return (tag == null || entry.tags().contains(tag))
                    && (marking == null || marking == entry.marking())
                    && (analyst == null || analysts.contains(analyst))
                    && (status == null || status == entry.status())
                    && (changedSince == null || !entry.recordedAt().isBefore(changedSince));
        }
    }

    /** Whether an entry as of an instant (null for now), and who had rated or judged there, are what is looked for. */
    public boolean matches(Filter filter, Entry entry, List<String> analysts, @Nullable Instant asOf) {
        return filter.matchesButForText(entry, analysts)
                && !withText(List.of(entry), filter.text(), asOf).isEmpty();
    }

    /** Whether nobody has opened any assessment yet. */
    public boolean isEmpty() {
        return find(Filter.ANY, null, 1).isEmpty();
    }

    /** The first entries that match, sorted by key: those after this key (null for the start), at most so many. */
    public List<Entry> find(Filter filter, @Nullable String after, int most) {
        var found = new ArrayList<Entry>();
        String last = after;
        List<Entry> rows;
        do {
            rows = rows(filter, last, most);
            found.addAll(withText(rows, filter.text(), null));
            last = rows.isEmpty() ? last : rows.getLast().key();
        } while (rows.size() == most && found.size() < most);
        return found.size() <= most ? found : found.subList(0, most);
    }

    private List<Entry> rows(Filter filter, @Nullable String after, int most) {
        var where = new ArrayList<String>(List.of("1 = 1"));
        var values = new ArrayList<Object>();
        add(where, values, "assessment_key > ?", after);
        add(where, values, "tags LIKE ? ESCAPE '!'", filter.tag() == null ? null : ListColumn.holding(filter.tag()));
        add(
                where,
                values,
                "marking = ?",
                filter.marking() == null ? null : filter.marking().name());
        add(
                where,
                values,
                "analysts LIKE ? ESCAPE '!'",
                filter.analyst() == null ? null : ListColumn.holding(filter.analyst()));
        add(
                where,
                values,
                "status = ?",
                filter.status() == null ? null : filter.status().name());
        add(where, values, "recorded_at >= ?", filter.changedSince() == null ? null : At.micros(filter.changedSince()));
        values.add(most);
        String sql = "SELECT * FROM assessment_index WHERE " + String.join(" AND ", where)
                + " ORDER BY assessment_key FETCH FIRST ? ROWS ONLY";
        return jdbc.query(sql, ENTRY, values.toArray());
    }

    /** Those of the entries, which are sorted by key, that have each word of the text. */
    private List<Entry> withText(List<Entry> entries, @Nullable String text, @Nullable Instant asOf) {
        List<Entry> left = entries;
        Iterator<String> words = Query.words(text).iterator();
        while (words.hasNext() && !left.isEmpty()) {
            String word = words.next();
            Set<String> keys = fullText.holding(
                    word,
                    !words.hasNext(),
                    left.getFirst().key(),
                    left.getLast().key(),
                    asOf);
            left = left.stream()
                    .filter(entry ->
                            keys.contains(entry.key()) || ownText(entry).contains(word))
                    .toList();
        }
        return left;
    }

    private static String ownText(Entry entry) {
        return lower(String.join(" ", entry.key(), entry.title(), entry.question(), ListColumn.joined(entry.tags())));
    }

    /** The marking of this assessment; empty where there is none of this key. */
    Optional<Marking> marking(String assessment) {
        RowMapper<Marking> marking = (row, number) -> Marking.valueOf(row.getString("marking"));
        return jdbc.query("SELECT marking FROM assessment_index WHERE assessment_key = ?", marking, assessment).stream()
                .findFirst();
    }

    /** The markings of these assessments, by key; what there is none of is left out. */
    Map<String, Marking> markings(Collection<String> assessments) {
        var markings = new HashMap<String, Marking>();
        if (!assessments.isEmpty()) {
            var keys = new TreeSet<>(assessments);
            jdbc.query(
                    "SELECT assessment_key, marking FROM assessment_index WHERE assessment_key IN ("
                            + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")",
                    row -> {
                        markings.put(row.getString(1), Marking.valueOf(row.getString(2)));
                    },
                    keys.toArray());
        }
        return markings;
    }

    private static void add(List<String> where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Writes the row of what was just recorded; in the transaction of its events. */
    void write(Outcome outcome) {
        AssessmentState state = outcome.state();
        At now = state.latest().at();
        Facts whole = state.chronicle().whole;
        Recorded last = outcome.last();
        Object[] values = {
            whole.<String>get(Field.TITLE, now),
            whole.<String>get(Field.QUESTION, now),
            state.relation().name(),
            state.marking().name(),
            state.viewing(state.latest()).status().name(),
            ListColumn.joined(whole.get(Field.TAGS, now)),
            ListColumn.joined(state.analystsAt(state.latest())),
            state.revision(),
            At.micros(last.stamp().recordedAt()),
            last.stamp().author(),
            last.kind(),
            state.bindsRaters(),
            At.micros(state.events().getFirst().stamp().recordedAt()),
            state.key()
        };
        int updated = jdbc.update(
                "UPDATE assessment_index SET title = ?, question = ?, relation = ?, marking = ?, status = ?, tags = ?,"
                        + " analysts = ?, revision = ?, recorded_at = ?, changed_by = ?, changed_kind = ?,"
                        + " binds_raters = ?, opened_at = ? WHERE assessment_key = ?",
                values);
        if (updated == 0) {
            jdbc.update(
                    "INSERT INTO assessment_index (title, question, relation, marking, status, tags, analysts, revision,"
                            + " recorded_at, changed_by, changed_kind, binds_raters, opened_at, assessment_key)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }
}
