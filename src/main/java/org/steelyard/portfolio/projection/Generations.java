package org.steelyard.portfolio.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

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
            row.getObject("started_at", Long.class),
            row.getObject("began_with", Long.class));

    private final JdbcTemplate jdbc;

    Generations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state of a projection.
     *
     * @param serving the generation that is read; 0 before the first is built
     * @param building the generation in the making; null where none is
     * @param startedAt since when this node or the one before it is at it, microseconds
     * @param beganWith how many events it had when that began
     */
    record State(
            String name,
            int shape,
            int serving,
            @Nullable Integer building,
            @Nullable Long startedAt,
            @Nullable Long beganWith) {}

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
                "UPDATE projection SET shape = ?, building = serving + 1 WHERE name = ? AND shape <> ?",
                shape,
                name,
                shape);
    }

    /** Begins a new generation; false where one is in the making. */
    boolean begin(String name) {
        return jdbc.update(
                        "UPDATE projection SET building = serving + 1, builder = NULL, beat_at = NULL"
                                + " WHERE name = ? AND building IS NULL",
                        name)
                == 1;
    }

    /** Takes the work at a generation in the making on, where nobody is at it, or nobody has been since an instant. */
    boolean take(String name, String builder, long now, long silentSince, long eventsDone) {
        return jdbc.update(
                        "UPDATE projection SET builder = ?, beat_at = ?, started_at = ?, began_with = ?"
                                + " WHERE name = ? AND building IS NOT NULL AND (builder IS NULL OR beat_at < ?)",
                        builder,
                        now,
                        now,
                        eventsDone,
                        name,
                        silentSince)
                == 1;
    }

    /** Says that the builder is still at it; false where another has taken the work over. */
    boolean beat(String name, String builder, long now) {
        return jdbc.update("UPDATE projection SET beat_at = ? WHERE name = ? AND builder = ?", now, name, builder) == 1;
    }

    /** Lets the generation in the making serve from now on. */
    boolean serve(String name, String builder) {
        return jdbc.update(
                        "UPDATE projection SET serving = building, building = NULL, builder = NULL, beat_at = NULL,"
                                + " started_at = NULL, began_with = NULL WHERE name = ? AND builder = ?",
                        name,
                        builder)
                == 1;
    }

    /** Gives the work back, for whoever takes it next. */
    void leave(String name, String builder) {
        jdbc.update(
                "UPDATE projection SET builder = NULL, beat_at = NULL WHERE name = ? AND builder = ?", name, builder);
    }

    /**
     * Up to which revision an assessment is there; nobody else moves that on before the transaction ends.
     *
     * @throws CannotAcquireLockException where another begins with it at this moment
     */
    long holdRevision(String name, int generation, String assessment) {
        List<Long> found = jdbc.query(
                "SELECT revision FROM projected WHERE projection = ? AND generation = ? AND assessment_key = ? FOR UPDATE",
                (row, number) -> row.getLong(1),
                name,
                generation,
                assessment);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        try {
            jdbc.update("INSERT INTO projected VALUES (?, ?, ?, 0)", name, generation, assessment);
        } catch (DuplicateKeyException another) {
            throw new CannotAcquireLockException("Another begins with " + assessment, another);
        }
        return 0;
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

    /** How many events the log has. */
    long eventsTotal() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COALESCE(SUM(revision), 0) FROM assessment_index", Long.class));
    }

    /** Assessments of which a generation lacks events, and how many it has of each; sorted by key, at most so many. */
    List<Behind> behind(String name, int generation, int most) {
        return jdbc.query(
                "SELECT i.assessment_key, i.revision, COALESCE(p.revision, 0) FROM assessment_index i"
                        + " LEFT JOIN projected p ON p.projection = ? AND p.generation = ?"
                        + " AND p.assessment_key = i.assessment_key"
                        + " WHERE p.revision IS NULL OR p.revision < i.revision"
                        + " ORDER BY i.assessment_key FETCH FIRST ? ROWS ONLY",
                (row, number) -> new Behind(row.getString(1), row.getLong(2), row.getLong(3)),
                name,
                generation,
                most);
    }

    /** An assessment of so many events, of which only the first {@code done} are there. */
    record Behind(String assessment, long revision, long done) {}

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
}
