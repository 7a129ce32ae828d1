package org.steelyard.portfolio.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.steelyard.access.Access;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.balance.At;
import org.steelyard.http.Problem;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.projection.Projections;

/** How the assessments stand that who is signed in may read today, now or as of an instant. */
@Service
public class Board {
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Projections projections;
    private final ProgressReport report;
    private final Access access;
    private final Sights sights;

    Board(JdbcTemplate jdbc, Projections projections, ProgressReport report, Access access, Sights sights) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.report = report;
        this.access = access;
        this.sights = sights;
    }

    /** A row and the marking of its assessment, which is always today's; where blinded, with what its reader may see. */
    public record Entry(BoardRow row, Marking marking, boolean blinded) {
        public String key() {
            return row.assessment();
        }
    }

    /**
     * A view of the board: its rows of the generation that serves, at one instant.
     *
     * @param then as of when; null for now
     * @param upTo everything recorded at this instant or before is in it; null where nothing is recorded yet
     * @param blinded what who is signed in may see of assessments of which blind mode keeps something from them, by key
     */
    public record View(
            int generation,
            @Nullable Instant then,
            @Nullable Instant upTo,
            Map<String, Sight> blinded) {

        private BoardRow seen(BoardRow row) {
            Sight sight = blinded.get(row.assessment());
            return sight == null ? row : Boards.seen(row, sight);
        }
    }

    /**
     * The board now, or as it stood at an instant; one after everything that has been read is now.
     *
     * @throws Problem 503 while its rows are built for the first time
     */
    public View view(@Nullable Instant asOf) {
        return view(asOf, sights.blinded());
    }

    /** The board as it stood at another instant, for the same reader. */
    public View earlier(View view, Instant asOf) {
        return view(asOf, view.blinded());
    }

    private View view(@Nullable Instant asOf, Map<String, Sight> blinded) {
        String projection = asOf == null ? BoardNow.NAME : Points.NAME;
        int generation = projections
                .serving(projection)
                .orElseThrow(
                        () -> Problem.unavailable(
                                "The portfolio is being built for the first time: GET /api/v1/projections says how far it is."));
        Instant upTo = report.upTo(projection, generation).orElse(null);
        boolean late = asOf != null && upTo != null && asOf.isAfter(upTo);
        return new View(generation, late ? upTo : asOf, upTo, blinded);
    }

    /** The first entries of a view that match, sorted by key: those after this key (null for the start), at most so many. */
    public List<Entry> find(View view, BoardFilter filter, @Nullable String after, int most) {
        BiPredicate<String, Boolean> readable = access.readable();
        var found = new ArrayList<Entry>();
        String last = after;
        List<Entry> rows;
        // Most readers may read most: only who may not has more looked up.
        int next = Math.min(most, ROWS_AT_ONCE);
        int wanted;
        do {
            wanted = next;
            next = ROWS_AT_ONCE;
            rows = rows(view, filter, last, wanted);
            for (Entry row : rows) {
                last = row.key();
                if (found.size() < most
                        && readable.test(row.key(), row.marking() == Marking.CLEAR)
                        && (!row.blinded() || filter.matches(row.row()))) {
                    found.add(row);
                }
            }
        } while (rows.size() == wanted && found.size() < most);
        return found;
    }

    private List<Entry> rows(View view, BoardFilter filter, @Nullable String after, int most) {
        var values = new ArrayList<>();
        var sql = new StringBuilder("SELECT r.*, i.marking FROM assessment_index i LEFT JOIN ");
        sql.append(view.then() == null ? "portfolio_row" : "point").append(" r");
        sql.append(" ON r.generation = ? AND r.assessment_key = i.assessment_key");
        values.add(view.generation());
        if (view.then() != null) {
            sql.append(" AND r.revision = ").append(newest("i.assessment_key"));
            values.add(view.generation());
            values.add(At.micros(view.then()));
        }
        sql.append(" WHERE r.revision IS NOT NULL AND i.assessment_key > ?");
        values.add(after == null ? "" : after);
        if (view.then() != null) {
            // Without this each assessment that had not begun costs a look among its points.
            sql.append(" AND i.opened_at <= ?");
            values.add(At.micros(view.then()));
        }
        filter.addTo(sql, values, view.blinded().keySet());
        sql.append(" ORDER BY i.assessment_key FETCH FIRST ? ROWS ONLY");
        values.add(most);
        return jdbc.query(sql.toString(), entry(view), values.toArray());
    }

    private static RowMapper<Entry> entry(View view) {
        return (row, number) -> {
            BoardRow read = BoardColumns.read(row);
            boolean isBlinded = view.blinded().containsKey(read.assessment());
            return new Entry(view.seen(read), Marking.valueOf(row.getString("marking")), isBlinded);
        };
    }

    /**
     * The newest revision of an assessment by an instant; parameters: generation and instant. It is ordered by all columns of
     * the index, which H2 then reads from its end; and what it finds stands right of a LEFT JOIN, since H2 would otherwise read
     * all points first.
     */
    private static String newest(String assessment) {
        return "(SELECT p.revision FROM point p WHERE p.generation = ? AND p.assessment_key = " + assessment
                + " AND p.recorded_at <= ? ORDER BY p.generation DESC, p.assessment_key DESC, p.recorded_at DESC,"
                + " p.revision DESC FETCH FIRST 1 ROW ONLY)";
    }

    /**
     * How assessments stood, each at an instant of its own, by key, as the reader of the view sees them; those whose log had not begun
     * are left out. Asks no rights.
     *
     * @param instants by key of the assessment
     */
    public Map<String, BoardRow> rowsAt(View view, Map<String, Instant> instants) {
        var rows = new HashMap<String, BoardRow>();
        projections
                .serving(Points.NAME)
                .ifPresent(generation -> instants.forEach((key, instant) -> jdbc.query(
                        "SELECT r.* FROM point r WHERE r.generation = ? AND r.assessment_key = ? AND r.revision = "
                                + newest("?"),
                        row -> {
                            rows.put(key, view.seen(BoardColumns.read(row)));
                        },
                        generation,
                        key,
                        generation,
                        key,
                        At.micros(instant))));
        return rows;
    }

    /**
     * How each of these assessments stood at the end of each stretch of so many days in which something happened, oldest first;
     * by key, as the reader of the view sees them. Asks no rights.
     */
    public Map<String, List<BoardRow>> courses(
            View view, Collection<String> assessments, Instant from, Instant to, int days) {
        var courses = new HashMap<String, List<BoardRow>>();
        projections
                .serving(Points.NAME)
                .ifPresent(generation -> assessments.forEach(key -> courses.put(
                        key,
                        course(generation, key, from, to, days).stream()
                                .map(view::seen)
                                .toList())));
        return courses;
    }

    private List<BoardRow> course(int generation, String assessment, Instant from, Instant to, int days) {
        long stretch = days * 86_400_000_000L;
        return jdbc.query(
                "SELECT r.* FROM (SELECT MAX(revision) AS revision FROM point WHERE generation = ?"
                        + " AND assessment_key = ? AND recorded_at BETWEEN ? AND ? GROUP BY (recorded_at - ?) / ?) l"
                        + " LEFT JOIN point r ON r.generation = ? AND r.assessment_key = ? AND r.revision = l.revision"
                        + " ORDER BY r.revision",
                (row, number) -> BoardColumns.read(row),
                generation,
                assessment,
                At.micros(from),
                At.micros(to),
                At.micros(from),
                stretch,
                generation,
                assessment);
    }
}
