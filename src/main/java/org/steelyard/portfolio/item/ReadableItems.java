package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.balance.At;
import org.steelyard.http.Problem;
import org.steelyard.portfolio.projection.Lives;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.projection.Projections;

/**
 * The rows of one projection of items, now or as of an instant, of the assessments that who is signed in may read today: what
 * one may not read is left out before anything is counted. Of an assessment of which blind mode keeps something from them it has
 * what they see there in place of rows.
 */
@Component
class ReadableItems {
    private static final String ROWS =
            "SELECT p.assessment_key, p.item, p.revision, p.recorded_from, p.data, a.marking FROM portfolio_item p"
                    + " JOIN assessment_index a ON a.assessment_key = p.assessment_key"
                    + " WHERE p.projection = ? AND p.generation = ? AND p.recorded_from <= ? AND p.recorded_until > ?";
    private static final String OF_ITEM = ROWS + " AND p.item = ?";

    /** In microseconds: after all that is recorded, and before the end of the rows that still hold. */
    private static final long NOW = Lives.OPEN - 1;

    private final Access access;
    private final Sights sights;
    private final Projections projections;
    private final ProgressReport report;
    private final JdbcTemplate jdbc;

    ReadableItems(Access access, Sights sights, Projections projections, ProgressReport report, JdbcTemplate jdbc) {
        this.access = access;
        this.sights = sights;
        this.projections = projections;
        this.report = report;
        this.jdbc = jdbc;
    }

    /**
     * A thing in an assessment, since the event of this revision, recorded then.
     *
     * @param item its key in the projection
     */
    record Entry<T>(String assessment, String item, long revision, Instant since, T thing) {}

    /**
     * What was found, sorted by nothing.
     *
     * @param upTo everything recorded by then is in it; null before anything is recorded
     */
    record Found<T>(List<Entry<T>> entries, @Nullable Instant upTo) {}

    /**
     * The things there are now; or as of an instant, as of {@code upTo} where that is earlier.
     *
     * @throws Problem 503 as long as no generation of the projection is built
     */
    <T> Found<T> find(ItemRows<T> projection, @Nullable Instant asOf) {
        return find(projection, asOf, ROWS);
    }

    /** The same of the things of one key. */
    <T> Found<T> find(ItemRows<T> projection, String item, @Nullable Instant asOf) {
        return find(projection, asOf, OF_ITEM, item);
    }

    private <T> Found<T> find(ItemRows<T> projection, @Nullable Instant asOf, String sql, Object... further) {
        int generation = serving(projection);
        while (true) {
            Optional<Instant> upTo = report.upTo(projection.name(), generation);
            long at = at(asOf, upTo);
            var entries = entries(projection, generation, at, sql, further);
            int after = serving(projection);
            if (after == generation) {
                return new Found<>(seen(projection, entries, At.instant(at)), upTo.orElse(null));
            }
            // Another generation serves since, and the rows of the old one may be gone in part.
            generation = after;
        }
    }

    /** The same, but what blind mode keeps from the reader: things as they see them, and none that are made of what is kept. */
    private <T> List<Entry<T>> seen(ItemRows<T> projection, List<Entry<T>> entries, Instant at) {
        if (!(projection instanceof ItemProjection<T> weighed)) {
            // What people say to each other is kept from nobody who may read it.
            return entries;
        }
        var blinded = sights.blinded();
        var things = new HashMap<String, Map<String, T>>();
        var seen = new ArrayList<Entry<T>>();
        for (Entry<T> entry : entries) {
            Sight sight = blinded.get(entry.assessment());
            if (sight == null) {
                seen.add(entry);
                continue;
            }
            T thing = things.computeIfAbsent(
                            entry.assessment(),
                            key -> weighed.seen(sight, sight.state().revisionAt(at)))
                    .get(entry.item());
            if (thing != null) {
                seen.add(new Entry<>(entry.assessment(), entry.item(), entry.revision(), entry.since(), thing));
            }
        }
        return seen;
    }

    private int serving(ItemRows<?> projection) {
        return projections
                .serving(projection.name())
                .orElseThrow(() -> Problem.unavailable(
                        "The table of " + projection.name() + " is being built for the first time: try again soon."));
    }

    private static long at(@Nullable Instant asOf, Optional<Instant> upTo) {
        if (asOf == null) {
            return NOW;
        }
        return At.micros(upTo.filter(asOf::isAfter).orElse(asOf));
    }

    private <T> List<Entry<T>> entries(ItemRows<T> projection, int generation, long at, String sql, Object... further) {
        BiPredicate<String, Boolean> readable = access.readable();
        var entries = new ArrayList<Entry<T>>();
        var parameters = new ArrayList<Object>(List.of(projection.name(), generation, at, at));
        parameters.addAll(List.of(further));
        jdbc.query(
                sql,
                row -> {
                    String assessment = row.getString(1);
                    if (readable.test(assessment, Marking.valueOf(row.getString(6)) == Marking.CLEAR)) {
                        entries.add(new Entry<>(
                                assessment,
                                row.getString(2),
                                row.getLong(3),
                                At.instant(row.getLong(4)),
                                projection.read(row.getString(5))));
                    }
                },
                parameters.toArray());
        return entries;
    }
}
