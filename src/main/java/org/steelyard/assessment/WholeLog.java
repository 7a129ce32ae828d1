package org.steelyard.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all assessments as one, in the order of commits: once an event of some index is there, none of a lower index
 * will come. An event that cannot be read, as one that a newer version wrote, stops nobody here: it is left out and told of.
 */
public interface WholeLog {

    /** An event of an assessment; {@code index} is its place in the whole log. Indexes grow, with gaps. */
    record Logged(long index, String assessment, Recorded recorded) {}

    /** Events in order, and the index up to which they are all that there is to read. */
    record Portion(List<Logged> events, long upTo) {}

    /** An assessment, and how many events it has. */
    record Length(String assessment, long events) {}

    /**
     * Events of one assessment that follow each other.
     *
     * @param broken why the event after them cannot be read; null where they are all
     */
    record Stream(
            String assessment,
            List<Recorded> events,
            @Nullable RuntimeException broken) {}

    /** The index of the newest event; 0 where there is none. */
    long newest();

    /** The first events after an index, at most so many. */
    Portion after(long index, int most);

    /**
     * The next assessments whose events up to an index come to about so many in all: at least one, where one is left. Sorted
     * by key.
     *
     * @param after the key after which to go on; null for the start
     */
    List<Length> lengths(@Nullable String after, long upTo, long about);

    /** The events of the assessments from one key to another, both included, up to an index; sorted by key. */
    List<Stream> streams(String first, String last, long upTo);
}
