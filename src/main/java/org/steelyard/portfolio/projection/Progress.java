package org.steelyard.portfolio.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param state SERVING; REBUILDING while a generation is made beside the one that serves; BUILDING while none serves yet
 * @param eventsDone of the generation in the making where there is one, else of the one that serves
 * @param eventsPerSecond of the build since it began or was taken up again; null where none runs
 * @param secondsLeft at that rate; null where there is none
 * @param lag how many events of the log the serving rows lack
 * @param upTo everything recorded at this instant or before is in the serving rows, but for what is parked; null where nothing
 *     is recorded or served yet
 * @param parked how many events are parked
 * @param failure why building it failed the last time; null where it did not. It is tried again, ever less often
 */
public record Progress(
        String name,
        State state,
        long eventsDone,
        long eventsTotal,
        @Nullable Double eventsPerSecond,
        @Nullable Double secondsLeft,
        long lag,
        @Nullable Instant upTo,
        long parked,
        @Nullable String failure) {

    /** What a projection is doing. */
    public enum State {
        BUILDING,
        REBUILDING,
        SERVING
    }
}
