package org.steelyard.exchange.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Dates and instants as case files write them, in the years 1 to 9999: what ISO 8601 writes without a sign. */
final class Dates {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Dates() {}

    /** A bare date means its midnight in UTC; what is finer than microseconds is cut off. */
    static Instant instant(String text) {
        var instant = text.length() == "2025-07-17".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from).truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }

    static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("out of range");
        }
        return date;
    }
}
