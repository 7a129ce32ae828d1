package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Days;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;
import org.steelyard.visit.Visits;

/** Ranges that one need not pick: since the last visit, the last 30 days, since the last review, all; and the neighbours. */
@Component
class Ranges {
    private static final int DAYS = 30;

    private final Visits visits;
    private final Clock clock;
    private final Texts texts;
    private final Wording say;

    Ranges(Visits visits, Clock clock, Texts texts, Wording say) {
        this.visits = visits;
        this.clock = clock;
        this.texts = texts;
        this.say = say;
    }

    /** A range by its name; {@code current} where it is the one that is shown. */
    record Ready(String name, String href, boolean current) {}

    /** The ranges of the same length before and after; null where there is nothing. */
    record Neighbours(@Nullable String before, @Nullable String after) {}

    List<Ready> ready(Comparison comparison) {
        var ranges = new ArrayList<Ready>();
        visits.lastVisit(comparison.key())
                .ifPresent(end -> ranges.add(ready(
                        comparison,
                        texts.text("compare.range.visit", say.day(end)),
                        Axis.RECORDED,
                        new AtInstant(end))));
        ranges.add(ready(
                comparison,
                texts.text("compare.range.days", Integer.toString(DAYS)),
                comparison.stretch().axis(),
                new AtInstant(daysAgo())));
        lastReviewed(comparison)
                .ifPresent(reviewed -> ranges.add(ready(
                        comparison,
                        texts.text("compare.range.review", Long.toString(reviewed)),
                        Axis.RECORDED,
                        new AtRevision(reviewed))));
        ranges.add(ready(comparison, texts.text("compare.range.recorded"), Axis.RECORDED, null));
        ranges.add(ready(comparison, texts.text("compare.range.effective"), Axis.EFFECTIVE, null));
        return ranges;
    }

    private static Ready ready(Comparison comparison, String name, Axis axis, @Nullable AsOf from) {
        String href = comparison.address().over(axis, from, null).page();
        return new Ready(name, href, href.equals(comparison.address().page()));
    }

    /** What a comparison shows for which nothing is picked: since the last visit, where something was recorded since. */
    CompareAddress usual(CompareAddress address, Instant newest) {
        Optional<Instant> visit = visits.lastVisit(address.key()).filter(end -> end.isBefore(newest));
        return visit.map(end -> address.over(Axis.RECORDED, new AtInstant(end), null))
                .orElseGet(() -> address.over(Axis.EFFECTIVE, null, null));
    }

    private Instant daysAgo() {
        return Days.endOf(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS));
    }

    /** The revision that the newest review is of. */
    private static Optional<Long> lastReviewed(Comparison comparison) {
        return comparison.to().dossier().state().events().reversed().stream()
                .filter(event -> event.event() instanceof ReviewGiven)
                .map(event -> ((ReviewGiven) event.event()).revision())
                .findFirst();
    }

    Neighbours neighbours(Comparison comparison) {
        AsOf from = comparison.address().range().from();
        AsOf to = comparison.address().range().to();
        if (from == null) {
            return new Neighbours(null, null);
        }
        if (from instanceof AtRevision start && (to == null || to instanceof AtRevision)) {
            return ofRevisions(comparison, start.revision());
        }
        if (from instanceof AtInstant start && (to == null || to instanceof AtInstant)) {
            return ofTimes(comparison, start.instant());
        }
        return new Neighbours(null, null);
    }

    private static Neighbours ofRevisions(Comparison comparison, long from) {
        long to = comparison.to().dossier().point().revision();
        long last = comparison.to().dossier().state().revision();
        long length = Math.max(1, to - from);
        String before = from <= 0 ? null : revisions(comparison, Math.max(0, from - length), from);
        String after = to >= last ? null : revisions(comparison, to, Math.min(last, to + length));
        return new Neighbours(before, after);
    }

    private static String revisions(Comparison comparison, long from, long to) {
        return comparison
                .address()
                .over(Axis.RECORDED, new AtRevision(from), new AtRevision(to))
                .page();
    }

    private Neighbours ofTimes(Comparison comparison, Instant from) {
        Axis axis = comparison.stretch().axis();
        Instant now = clock.instant();
        Instant to = comparison.address().range().to() instanceof AtInstant end ? end.instant() : now;
        Duration length = Duration.between(from, to);
        if (!length.isPositive()) {
            return new Neighbours(null, null);
        }
        var state = comparison.to().dossier().state();
        Instant first = axis == Axis.RECORDED ? state.recordedAt(1) : state.since();
        var address = comparison.address();
        String before = !first.isBefore(from)
                ? null
                : address.over(axis, new AtInstant(from.minus(length)), new AtInstant(from))
                        .page();
        String after = !to.isBefore(now)
                ? null
                : address.over(
                                axis,
                                new AtInstant(to),
                                to.plus(length).isAfter(now) ? null : new AtInstant(to.plus(length)))
                        .page();
        return new Neighbours(before, after);
    }
}
