package org.steelyard.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending one event. */
sealed interface Outcome {

    /** The receiver said that it has it. */
    record Delivered() implements Outcome {}

    /** The receiver wants no more, ever. */
    record Gone() implements Outcome {}

    /**
     * It may have arrived or not, and is to be sent again.
     *
     * @param cause in words
     * @param pause how long the receiver asks to be left alone; null where it does not
     */
    record Failed(String cause, @Nullable Duration pause) implements Outcome {}
}
