package org.steelyard.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much load is wanted. The same wants make the same histories, byte for byte.
 *
 * @param events in all, met within some hundredths
 * @param until the end of the year over which the events are spread
 */
record Wanted(int assessments, int analysts, int events, long seed, Instant until) {

    /** As the system properties {@code load.assessments}, {@code .analysts}, {@code .events}, {@code .seed}, {@code .until} say. */
    static Wanted asSet() {
        String until = setting("until", "");
        LocalDate last = until.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(until);
        return new Wanted(
                Integer.parseInt(setting("assessments", "200")),
                Integer.parseInt(setting("analysts", "40")),
                Integer.parseInt(setting("events", "100000")),
                Long.parseLong(setting("seed", "1")),
                last.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** The system property of this name below {@code load}; the other where it is not set. */
    static String setting(String name, String otherwise) {
        String value = System.getProperty("load." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
