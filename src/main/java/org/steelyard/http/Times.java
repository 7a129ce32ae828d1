package org.steelyard.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The forms of time that the API takes: ISO 8601, years 0001 to 9999. */
public final class Times {

    private Times() {}

    /**
     * An instant: with an offset or Z, or a bare date, which means that day's 00:00:00Z. Finer than microseconds is cut off.
     * Empty where it is neither.
     */
    public static Optional<Instant> instant(String text) {
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            var year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? Optional.empty() : Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** A date as {@code 2025-07-31}; empty where it is none. */
    public static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)).filter(Times::isPlain) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Whether this is a date, a month as {@code 2025-07}, or a year as {@code 2025}. */
    public static boolean isRoughDate(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Year.parse(text).getValue() > 0;
                case 7 -> YearMonth.parse(text).getYear() > 0;
                default -> date(text).isPresent();
            };
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static boolean isPlain(LocalDate date) {
        return date.getYear() > 0;
    }
}
