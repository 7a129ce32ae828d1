package org.steelyard.assessment;

import java.util.List;
import java.util.function.Consumer;
import org.steelyard.assessment.WholeLog.Logged;

/**
 * The end of the whole log as it grows, on whatever node: one reader for all on this node who want to hear of each event soon.
 * It reads while somebody follows, and rests while nobody does.
 */
public interface LogTail {

    /** Somebody who hears; closed, they hear no more, but for what is being said just then. */
    interface Follower extends AutoCloseable {

        /** The index after which every event is heard. */
        long since();

        @Override
        void close();
    }

    /**
     * Begins to hear of events, some at a time, each once and in the order of the log, soon after it is committed. All followers
     * are called on one thread: they must not wait for anything slow.
     */
    Follower follow(Consumer<List<Logged>> hears);
}
