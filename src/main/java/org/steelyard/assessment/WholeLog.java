package org.steelyard.assessment;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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

    /** Whole assessments, portion by portion; several threads may take them side by side. */
    interface Portions extends AutoCloseable {

        /** The assessments of one portion, sorted by key, which nobody else gets; empty once there are no more. */
        List<Stream> next() throws InterruptedException;

        @Override
        void close();
    }

    /**
     * All assessments with their events up to an index, each in one portion.
     *
     * @param about how many events a portion has, more or less; an assessment is never divided
     * @param wanted the keys of assessments that are not left out
     * @param goOn false as soon as no more portions are wanted; then there may be no more
     */
    Portions portions(long upTo, long about, Predicate<String> wanted, BooleanSupplier goOn);
}
