package org.steelyard.site;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.http.Problem;
import org.steelyard.http.Times;

/** What a day picked on a page means: its end, UTC. */
@Component
public class Days {
    private final Texts texts;
    private final Clock clock;

    Days(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The last microsecond of a day, UTC. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
    }

    public static boolean isEndOfDay(Instant instant) {
        return instant.equals(endOf(instant.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /** The end of a day that was picked; null where none was, and for one that has not ended yet: that is now. */
    public @Nullable Instant picked(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return null;
        }
        return notAfterNow(
                Times.date(day).map(Days::endOf).orElseThrow(() -> Problem.badRequest(texts.text("clock.wrong-day"))));
    }

    /** A time that has come; null for now, and for one that has not come yet. */
    public @Nullable Instant notAfterNow(@Nullable Instant then) {
        return then == null || then.isAfter(clock.instant()) ? null : then;
    }
}
