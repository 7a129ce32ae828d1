package org.steelyard.portfolio.item;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Course;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Waypoint;
import org.steelyard.balance.At;
import org.steelyard.portfolio.projection.Lives;
import org.steelyard.portfolio.projection.Lives.Life;
import org.steelyard.portfolio.projection.Rows;

/**
 * Keeps the things of one sort that stand in each assessment, as JSON in the table {@code portfolio_item}. A row holds from the
 * time at which the event that made it was recorded to the time of the event that made the next, or ended it.
 *
 * @param <T> what is kept of a thing: a record that {@code equals} tells apart and Jackson writes and reads
 */
public abstract class ItemProjection<T> implements ItemRows<T> {
    private static final String END =
            "UPDATE portfolio_item SET recorded_until = ? WHERE projection = ? AND generation = ?"
                    + " AND assessment_key = ? AND item = ? AND revision = ?";

    private final String name;
    private final Class<T> type;
    private final JdbcTemplate jdbc;

    protected ItemProjection(String name, Class<T> type, JdbcTemplate jdbc) {
        this.name = name;
        this.type = type;
        this.jdbc = jdbc;
    }

    /** Goes along the events of one assessment, and says what stands after each. */
    @FunctionalInterface
    protected interface Look<T> {
        /** The things by key of at most 200 characters; null where they are those of the waypoint before. */
        @Nullable
        Map<String, T> at(Waypoint waypoint);
    }

    /**
     * Begins with the events after those of which the rows are there already.
     *
     * @param state with these events and perhaps later ones
     * @param before the things that stood until then
     */
    protected abstract Look<T> look(AssessmentState state, Map<String, T> before);

    /**
     * The things as they are seen by a reader from whom blind mode keeps something, by key: made of what is left to them and not of
     * rows, which are made of everything.
     *
     * @param revision what was recorded by then counts; 1 or more
     */
    protected abstract Map<String, T> seen(Sight sight, long revision);

    @Override
    public String name() {
        return name;
    }

    @Override
    public T read(String data) {
        return JSON.readValue(data, type);
    }

    @Override
    public void write(Advance advance, Rows rows) {
        var lives = new Things(advance, rows);
        AssessmentState state = advance.state();
        Look<T> look = look(state, lives.things());
        Course.recorded(state, advance.after(), state.revision(), null).walk(waypoint -> {
            Map<String, T> standing = look.at(waypoint);
            if (standing != null) {
                Recorded event = waypoint.event();
                lives.become(standing, event.revision(), At.micros(event.stamp().recordedAt()));
            }
        });
        lives.writeOpen();
    }

    private Map<String, Life<T>> stored(Advance advance) {
        var lives = new HashMap<String, Life<T>>();
        jdbc.query(
                "SELECT item, revision, recorded_from, data FROM portfolio_item WHERE projection = ? AND generation = ?"
                        + " AND assessment_key = ? AND recorded_until = ?",
                row -> {
                    T thing = read(row.getString(4));
                    lives.put(row.getString(1), new Life<>(thing, row.getLong(2), row.getLong(3), true));
                },
                name,
                advance.generation(),
                advance.state().key(),
                Lives.OPEN);
        return lives;
    }

    /** The things of one assessment as they come and go. */
    private final class Things extends Lives<T> {
        private final Advance advance;
        private final Rows rows;

        Things(Advance advance, Rows rows) {
            super(advance.after() == 0 ? Map.of() : stored(advance));
            this.advance = advance;
            this.rows = rows;
        }

        Map<String, T> things() {
            var things = new HashMap<String, T>();
            open().forEach((key, life) -> things.put(key, life.thing()));
            return things;
        }

        void become(Map<String, T> standing, long revision, long now) {
            for (String key : List.copyOf(open().keySet())) {
                if (!standing.containsKey(key)) {
                    finish(key, now);
                }
            }
            standing.forEach((key, thing) -> {
                Life<T> before = open().get(key);
                if (before == null || !before.thing().equals(thing)) {
                    begin(key, thing, revision, now);
                }
            });
        }

        @Override
        protected void end(String key, Life<T> life, long until) {
            rows.add(END, until, name, advance.generation(), advance.state().key(), key, life.revision());
        }

        @Override
        protected void insert(String key, Life<T> life, long until) {
            rows.add(
                    INSERT,
                    name,
                    advance.generation(),
                    advance.state().key(),
                    key,
                    life.revision(),
                    life.from(),
                    until,
                    JSON.writeValueAsString(life.thing()));
        }
    }
}
