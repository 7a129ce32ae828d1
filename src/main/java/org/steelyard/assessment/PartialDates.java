package org.steelyard.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of which perhaps only the month or the year is known, in ISO 8601: 2025-07-31, 2025-07, 2025. */
final class PartialDates {
    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private PartialDates() {}

    /** The first day that is meant, or null where the text is no such date. */
    static @Nullable LocalDate begins(String text) {
        if (!SHAPE.matcher(text).matches() || text.startsWith("0000")) {
            return null;
        }
        try {
            return switch (text.length()) {
                case 4 -> Year.parse(text).atDay(1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}
