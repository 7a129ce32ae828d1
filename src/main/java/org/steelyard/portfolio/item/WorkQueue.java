package org.steelyard.portfolio.item;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What waits for somebody in the assessments that who is signed in may read today, now or as of an instant. */
@Service
public class WorkQueue {
    private final Reviews reviews;
    private final Indicators indicators;
    private final Mentions mentions;
    private final ReadableItems readable;
    private final Clock clock;

    WorkQueue(Reviews reviews, Indicators indicators, Mentions mentions, ReadableItems readable, Clock clock) {
        this.reviews = reviews;
        this.indicators = indicators;
        this.mentions = mentions;
        this.readable = readable;
        this.clock = clock;
    }

    /** Every review that was asked for; those that are owed first, the oldest first. */
    public Known<ReviewIn> reviews(@Nullable Instant asOf) {
        var found = readable.find(reviews, asOf);
        var each = found.entries().stream()
                .map(entry -> ReviewIn.of(entry.assessment(), entry.thing()))
                .sorted(comparing(ReviewIn::position))
                .toList();
        return new Known<>(each, found.upTo());
    }

    /** Every indicator, sorted by assessment and key. */
    public Known<IndicatorIn> indicators(@Nullable Instant asOf) {
        Instant at = asOf == null ? clock.instant() : asOf;
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var found = readable.find(indicators, asOf);
        var each = found.entries().stream()
                .map(entry -> IndicatorIn.of(entry.assessment(), entry.item(), entry.thing(), day))
                .sorted(comparing(IndicatorIn::position))
                .toList();
        return new Known<>(each, found.upTo());
    }

    /** Where this user was mentioned, the newest first. */
    public Known<MentionIn> mentions(String user, @Nullable Instant asOf) {
        var found = readable.find(mentions, user, asOf);
        var each = found.entries().stream()
                .map(MentionIn::of)
                .sorted(comparing(MentionIn::position))
                .toList();
        return new Known<>(each, found.upTo());
    }
}
