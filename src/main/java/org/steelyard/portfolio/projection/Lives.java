package org.steelyard.portfolio.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of one assessment that hold from the event that made them to the one that ended them, as they come and go (SQL:2011 system
 * time). A row that ends before it was written is written once, with its end.
 *
 * @param <T> what a row says of a thing
 */
public abstract class Lives<T> {
    /** The end, in microseconds, of a row that still holds. */
    public static final long OPEN = Long.MAX_VALUE;

    private final Map<String, Life<T>> open;

    /** @param stored the rows in the table that hold, by key of the thing */
    protected Lives(Map<String, Life<T>> stored) {
        open = new HashMap<>(stored);
    }

    /**
     * A row that holds.
     *
     * @param revision of the event that made it, {@code from} when that was recorded, in microseconds
     * @param stored whether it is in the table already
     */
    public record Life<T>(T thing, long revision, long from, boolean stored) {}

    /** Writes a row of which none is in the table yet. */
    protected abstract void insert(String key, Life<T> life, long until);

    /** Ends a row that is in the table. */
    protected abstract void end(String key, Life<T> life, long until);

    /** The things of which a row holds, by key. */
    protected final Map<String, Life<T>> open() {
        return open;
    }

    /** A thing is so from this event on; what was so before ends there. */
    protected final void begin(String key, T thing, long revision, long now) {
        if (open.containsKey(key)) {
            finish(key, now);
        }
        open.put(key, new Life<>(thing, revision, now, false));
    }

    /** A thing of which a row holds is not so any more. */
    protected final void finish(String key, long now) {
        Life<T> life = Objects.requireNonNull(open.remove(key), key);
        if (life.stored()) {
            end(key, life, now);
        } else {
            insert(key, life, now);
        }
    }

    /** Writes what holds at the end and is not in the table yet. */
    public final void writeOpen() {
        open.forEach((key, life) -> {
            if (!life.stored()) {
                insert(key, life, OPEN);
            }
        });
    }
}
