package org.steelyard.portfolio.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which generation of each projection serves, which is being built, and how far each is: the tables {@code projection} and
 * {@code projected}.
 */
@Component
class Generations {
    private static final RowMapper<State> STATE = (row, number) -> new State(
            row.getString("name"),
            row.getInt("shape"),
            row.getInt("serving"),
            row.getObject("building", Integer.class),
            row.getBoolean("handed_over"),
            row.getObject("started_at", Long.class),
            row.getObject("began_with", Long.class),
            row.getObject("switched_at", Long.class),
            row.getString("failure"),
            row.getInt("failures"));

    private final JdbcTemplate jdbc;

    /** What fails in it is undone by itself; on PostgreSQL nothing could follow in the transaction otherwise. */
    private final TransactionTemplate undoable;

    Generations(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        undoable = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * The state of a projection.
     *
     * @param serving the generation that is read; 0 before the first is built
     * @param building the generation in the making; null where none is
     * @param handedOver whether what is followed goes into the generation in the making too
     * @param startedAt since when this node or the one before it is at it, microseconds
     * @param beganWith how many events it had when that began
     * @param switchedAt when the one before was last needed, microseconds; null once its rows are deleted
     * @param failure why building failed the last time; null where it did not
     * @param failures how often it failed in a row
     */
    record State(
            String name,
            int shape,
            int serving,
            @Nullable Integer building,
            boolean handedOver,
            @Nullable Long startedAt,
            @Nullable Long beganWith,
            @Nullable Long switchedAt,
            @Nullable String failure,
            int failures) {

        /** The generations into which what is followed goes. */
        List<Integer> followed() {
            var followed = new ArrayList<Integer>(2);
            if (serving > 0) {
                followed.add(serving);
            }
            if (building != null && handedOver) {
                followed.add(building);
            }
            return followed;
        }
    }

    List<State> all() {
        return jdbc.query("SELECT * FROM projection ORDER BY name", STATE);
    }

    Optional<State> find(String name) {
        return jdbc.query("SELECT * FROM projection WHERE name = ?", STATE, name).stream()
                .findFirst();
    }

    /** The generation of this projection that serves; 0 where none does yet. */
    int serving(String name) {
        return find(name).map(State::serving).orElse(0);
    }

    /** Enters a projection, once; one whose rows have another shape now is to be built anew. */
    void enter(String name, int shape) {
        if (find(name).isEmpty()) {
            try {
                jdbc.update("INSERT INTO projection (name, shape, serving, building) VALUES (?, ?, 0, 1)", name, shape);
            } catch (DuplicateKeyException another) {
                // Another node was quicker.
            }
        }
        jdbc.update(
                "UPDATE projection SET shape = ?, building = COALESCE(building, serving) + 1, handed_over = FALSE,"
                        + " builder = NULL, retry_at = NULL"
                        + " WHERE name = ? AND shape <> ?",
                shape,
                name,
                shape);
    }

    /** Begins a new generation; false where one is in the making. */
    boolean begin(String name) {
        return jdbc.update(
                        "UPDATE projection SET building = serving + 1, handed_over = FALSE, builder = NULL, beat_at = NULL, started_at = NULL,"
                                + " began_with = NULL,"
                                + " failure = NULL, failures = 0, retry_at = NULL WHERE name = ? AND building IS NULL",
                        name)
                == 1;
    }

    /**
     * Takes the work at a generation in the making on, where nobody is at it, or nobody has been since an instant, or this
     * builder was before it died.
     */
    boolean take(String name, String builder, long now, long silentSince, long eventsDone) {
        return jdbc.update(
                        "UPDATE projection SET builder = ?, beat_at = ?, started_at = ?, began_with = ?"
                                + " WHERE name = ? AND building IS NOT NULL AND (retry_at IS NULL OR retry_at <= ?)"
                                + " AND (builder IS NULL OR builder = ? OR beat_at < ?)",
                        builder,
                        now,
                        now,
                        eventsDone,
                        name,
                        now,
                        builder,
                        silentSince)
                == 1;
    }

    /** Says that the builder is still at it; false where another has taken the work over. */
    boolean beat(String name, String builder, long now) {
        return jdbc.update("UPDATE projection SET beat_at = ? WHERE name = ? AND builder = ?", now, name, builder) == 1;
    }

    /** Lets what is followed go into the generation in the making too, from now on. */
    void handOver(String name, String builder) {
        jdbc.update("UPDATE projection SET handed_over = TRUE WHERE name = ? AND builder = ?", name, builder);
    }

    /** Lets the generation in the making serve from now on; false where another has taken the work over. */
    boolean serve(String name, String builder, long now) {
        return jdbc.update(
                        "UPDATE projection SET serving = building, switched_at = ?, building = NULL, handed_over = FALSE,"
                                + " builder = NULL, beat_at = NULL, started_at = NULL, began_with = NULL,"
                                + " failure = NULL, failures = 0, retry_at = NULL WHERE name = ? AND builder = ?",
                        now,
                        name,
                        builder)
                == 1;
    }

    /** Gives the work back, for whoever takes it next. */
    void leave(String name, String builder) {
        jdbc.update(
                "UPDATE projection SET builder = NULL, beat_at = NULL WHERE name = ? AND builder = ?", name, builder);
    }

    /** Gives the work back since it failed, for whoever takes it at some instant or later. */
    void fail(String name, String builder, String why, long retryAt) {
        jdbc.update(
                "UPDATE projection SET failure = ?, failures = failures + 1, retry_at = ?, builder = NULL, beat_at = NULL"
                        + " WHERE name = ? AND builder = ?",
                why,
                retryAt,
                name,
                builder);
    }

    /** Up to which revision an assessment is there; nobody else moves that on before the transaction of the caller ends. */
    long holdRevision(String name, int generation, String assessment) {
        Optional<Long> revision = hold(name, generation, assessment);
        if (revision.isPresent()) {
            return revision.get();
        }
        try {
            undoable.executeWithoutResult(
                    status -> jdbc.update("INSERT INTO projected VALUES (?, ?, ?, 0)", name, generation, assessment));
            return 0;
        } catch (DuplicateKeyException another) {
            return hold(name, generation, assessment)
                    .orElseThrow(() -> new CannotAcquireLockException("Another begins with " + assessment, another));
        }
    }

    private Optional<Long> hold(String name, int generation, String assessment) {
        List<Long> found = jdbc.query(
                "SELECT revision FROM projected WHERE projection = ? AND generation = ? AND assessment_key = ? FOR UPDATE",
                (row, number) -> row.getLong(1),
                name,
                generation,
                assessment);
        return found.stream().findFirst();
    }

    void setRevision(String name, int generation, String assessment, long revision) {
        jdbc.update(
                "UPDATE projected SET revision = ? WHERE projection = ? AND generation = ? AND assessment_key = ?",
                revision,
                name,
                generation,
                assessment);
    }

    /** The revisions up to which the assessments of a generation are there, by key. */
    Map<String, Long> revisions(String name, int generation) {
        var revisions = new HashMap<String, Long>();
        jdbc.query(
                "SELECT assessment_key, revision FROM projected WHERE projection = ? AND generation = ?",
                row -> {
                    revisions.put(row.getString(1), row.getLong(2));
                },
                name,
                generation);
        return revisions;
    }

    /** How many events of all assessments are in the rows of a generation. */
    long eventsDone(String name, int generation) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COALESCE(SUM(revision), 0) FROM projected WHERE projection = ? AND generation = ?",
                Long.class,
                name,
                generation));
    }

    /** The generations that have rows and are neither serving nor in the making. */
    List<Integer> abandoned(String name) {
        return jdbc.query(
                "SELECT DISTINCT d.generation FROM projected d JOIN projection p ON p.name = d.projection"
                        + " WHERE p.name = ? AND d.generation <> p.serving"
                        + " AND (p.building IS NULL OR d.generation <> p.building)",
                (row, number) -> row.getInt(1),
                name);
    }

    void forget(String name, int generation, String assessment) {
        jdbc.update(
                "DELETE FROM projected WHERE projection = ? AND generation = ? AND assessment_key = ?",
                name,
                generation,
                assessment);
    }

    /** The rows of the generations before the one that serves are deleted. */
    void deletedBefore(String name, long switchedAt) {
        jdbc.update("UPDATE projection SET switched_at = NULL WHERE name = ? AND switched_at = ?", name, switchedAt);
    }
}
