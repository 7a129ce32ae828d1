package org.steelyard.workbench;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.Submission;
import org.steelyard.http.Body;
import org.steelyard.http.Texts;
import org.steelyard.http.Times;

/** Reads the fields of a form as what they mean, and notes at each what cannot be read. */
record Reading(Form form) {

    String text(String name) {
        return form.value(name);
    }

    /** Null where the field is empty. */
    @Nullable
    String optional(String name) {
        String value = form.value(name);
        return value.isEmpty() ? null : value;
    }

    /** A text that is part of no command, or null where the field is empty; what is wrong with it is noted. */
    @Nullable
    String checked(String name) {
        String value = optional(name);
        if (value == null) {
            return null;
        }
        String fault = Texts.fault(value);
        if (value.codePointCount(0, value.length()) > Body.TEXT) {
            form.wrong(name, "work.wrong.long", Body.TEXT);
        } else if (fault != null) {
            form.blame(name, fault);
        }
        return value;
    }

    /** The constant that was chosen; where none was, that is noted, and the answer is as good as any. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        E chosen = optionalChoice(name, type);
        if (chosen == null) {
            form.wrong(name, "work.wrong.choice");
            return type.getEnumConstants()[0];
        }
        return chosen;
    }

    /** The constant that was chosen, or null. */
    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        String value = form.value(name);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** A grade of 1 to 6; 0 where none was chosen, which is noted. */
    int credibility(String name) {
        String value = form.value(name);
        if (value.matches("[1-6]")) {
            return Integer.parseInt(value);
        }
        form.wrong(name, "work.wrong.credibility");
        return 0;
    }

    @Nullable
    LocalDate date(String name) {
        String value = form.value(name);
        if (value.isEmpty()) {
            return null;
        }
        var date = Times.date(value);
        if (date.isEmpty()) {
            form.wrong(name, "work.wrong.date");
        }
        return date.orElse(null);
    }

    /** A date that must be there; where it is not, that is noted. */
    LocalDate requiredDate(String name) {
        LocalDate date = date(name);
        if (date == null) {
            form.wrong(name, "work.wrong.date-missing");
            return LocalDate.EPOCH;
        }
        return date;
    }

    /**
     * Since when it holds: the start of the day that is named, or the time of that day (UTC). Null for now: where no day is
     * named, and where it is today and no time is.
     */
    @Nullable
    Instant effectiveAt(Instant now) {
        LocalDate day = date("effectiveOn");
        LocalTime time = time("effectiveTime");
        if (day == null) {
            if (time != null) {
                form.wrong("effectiveOn", "work.wrong.day-missing");
            }
            return null;
        }
        boolean today = day.equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (time == null && today) {
            return null;
        }
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time).toInstant(ZoneOffset.UTC);
    }

    /** A command with the reason and the effective date that the form names. */
    Submission submission(Desk desk, AssessmentCommand command, Instant now) {
        return desk.by(command).because(optional("reason")).effective(effectiveAt(now));
    }

    private @Nullable LocalTime time(String name) {
        String value = form.value(name);
        try {
            return value.isEmpty() ? null : LocalTime.parse(value);
        } catch (DateTimeParseException wrong) {
            form.wrong(name, "work.wrong.time");
            return null;
        }
    }

    @Nullable
    URI link(String name) {
        String value = form.value(name);
        try {
            return value.isEmpty() ? null : new URI(value);
        } catch (URISyntaxException wrong) {
            form.wrong(name, "work.wrong.link");
            return null;
        }
    }

    /** A number; null where the field is empty, and where it holds none, which is noted. */
    @Nullable
    Double number(String name) {
        BigDecimal number = decimal(name);
        return number == null ? null : number.doubleValue();
    }

    /** Per cent as a share of 0..1. */
    @Nullable
    Double percent(String name) {
        BigDecimal number = decimal(name);
        return number == null ? null : number.movePointLeft(2).doubleValue();
    }

    private @Nullable BigDecimal decimal(String name) {
        String value = form.value(name).replace("%", "").replace(',', '.').strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() > 30 || !value.matches("[-+]?\\d*\\.?\\d+")) {
            form.wrong(name, "work.wrong.number");
            return null;
        }
        return new BigDecimal(value);
    }

    /** What stands between commas, each once. */
    List<String> tags(String name) {
        return Stream.of(form.value(name).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** A revision; 0 where the field holds none, which is noted. */
    long revision(String name) {
        String value = form.value(name);
        if (value.matches("\\d{1,18}")) {
            return Long.parseLong(value);
        }
        form.wrong(name, "work.wrong.revision");
        return 0;
    }
}
