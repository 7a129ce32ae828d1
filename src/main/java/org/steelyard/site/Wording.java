package org.steelyard.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How pages write numbers and dates: three significant digits, true minus signs, units after a narrow space that does not
 * break, days as "14 Mar 2025", all times UTC. Templates call it {@code @say}.
 */
@Component("say")
public final class Wording {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double NOTHING = 0.0005;
    private static final String SPACE = "\u202f";
    private static final String DASH = "–";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** "7.90", "−18.4", "0"; a dash where there is none. */
    public String number(@Nullable Double value) {
        if (value == null) {
            return DASH;
        }
        if (Math.abs(value) < NOTHING) {
            return "0";
        }
        String digits = withThreeDigits(Math.abs(value)).toPlainString();
        return value < 0 ? "−" + digits : digits;
    }

    /** The same with its sign: "+9.60". */
    public String signed(@Nullable Double value) {
        return value == null || value < NOTHING ? number(value) : "+" + number(value);
    }

    /** All digits of a number that somebody set by hand: "0.5". */
    public String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** "12.3 dB". */
    public String decibans(@Nullable Double value) {
        return value == null ? DASH : number(value) + SPACE + "dB";
    }

    /** "+9.60 dB". */
    public String signedDecibans(@Nullable Double value) {
        return value == null ? DASH : signed(value) + SPACE + "dB";
    }

    /** A share of 0..1: "48 %", finer only below 1 % and above 99 %. */
    public String percent(@Nullable Double share) {
        if (share == null) {
            return DASH;
        }
        double percent = share * 100;
        boolean certain = percent == 0 || percent == 100;
        boolean fine = !certain && (percent < 1 || percent > 99);
        if (fine && percent < 0.05) {
            return "<" + SPACE + "0.1" + SPACE + "%";
        }
        if (fine && percent > 99.95) {
            return ">" + SPACE + "99.9" + SPACE + "%";
        }
        BigDecimal rounded = BigDecimal.valueOf(percent).setScale(fine ? 1 : 0, RoundingMode.HALF_UP);
        return rounded.toPlainString() + SPACE + "%";
    }

    /** "14 Mar 2025". */
    public String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** "14 Mar 2025". */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "14 Mar 2025, 09:30 UTC". */
    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** A date as fine as it is known: "14 Mar 2025", "Mar 2025", "2025". */
    public String rough(String date) {
        return switch (date.length()) {
            case 7 -> MONTH.format(YearMonth.parse(date));
            case 10 -> DAY.format(LocalDate.parse(date));
            default -> date;
        };
    }

    /** The UTC day of an instant as a date field takes it: "2025-03-14". */
    public String date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** How long so many seconds are, no finer than one needs to know: "12 s", "3 min", "2 h 5 min". */
    public String duration(double seconds) {
        long whole = Math.round(Math.ceil(seconds));
        if (whole < 60) {
            return whole + SPACE + "s";
        }
        long minutes = Math.round(seconds / 60);
        if (minutes < 60) {
            return minutes + SPACE + "min";
        }
        return minutes / 60 + SPACE + "h " + minutes % 60 + SPACE + "min";
    }

    private static BigDecimal withThreeDigits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int digitsBefore = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, 3 - digitsBefore), RoundingMode.HALF_EVEN);
    }
}
