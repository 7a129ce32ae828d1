package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Recorded;
import org.steelyard.site.Days;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** The one control for time: what it shows, and what a day picked in it means. */
@Component
class TimeControl {
    private final Texts texts;
    private final Wording say;
    private final Days days;
    private final Clock clock;

    TimeControl(Texts texts, Wording say, Days days, Clock clock) {
        this.texts = texts;
        this.say = say;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The control on a page.
     *
     * @param effectiveDay what its field holds; null for now
     * @param byEffective whether the steps that the keys take are those of the effective clock
     * @param where the point as a sentence: "Event 62 of 148"
     * @param band what a past view says of itself; null where this is now
     */
    record Control(
            @Nullable String effectiveDay,
            @Nullable String recordedDay,
            String firstDay,
            String firstRecordedDay,
            String today,
            Steps steps,
            boolean byEffective,
            Sentence where,
            @Nullable Sentence band,
            String now) {}

    Control of(Shown shown, String below) {
        var dossier = shown.dossier();
        var address = shown.address();
        List<Recorded> events = dossier.state().events();
        return new Control(
                address.effectiveAt() == null ? null : say.date(dossier.point().effectiveAt()),
                address.asOf() == null ? null : say.date(dossier.asOf()),
                say.date(dossier.state().since()),
                say.date(dossier.state().recordedAt(1)),
                say.date(clock.instant()),
                Steps.of(shown, events),
                address.asOf() == null && address.effectiveAt() != null,
                where(shown, events),
                shown.past() ? band(shown) : null,
                address.now().to(below));
    }

    private Sentence where(Shown shown, List<Recorded> events) {
        long counted = events.stream().filter(shown.dossier()::counts).count();
        long all = shown.dossier().state().revision();
        return counted == all
                ? texts.sentence("clock.all", Long.toString(all))
                : texts.sentence("clock.some", Long.toString(counted), Long.toString(all));
    }

    /** Which past this is, exactly. */
    private Sentence band(Shown shown) {
        var dossier = shown.dossier();
        var address = shown.address();
        String held = moment(dossier.point().effectiveAt());
        String known;
        if (address.asOf() == null) {
            known = texts.text("clock.today");
        } else if (address.asOf().startsWith("r")) {
            known = texts.text("clock.revision", Long.toString(dossier.point().revision()), say.moment(dossier.asOf()));
        } else {
            known = Days.isEndOfDay(dossier.asOf()) ? say.day(dossier.asOf()) : say.moment(dossier.asOf());
        }
        return texts.sentence("clock.band", new Name(held, "when", null), new Name(known, "when", null));
    }

    private String moment(Instant instant) {
        return Days.isEndOfDay(instant)
                ? texts.text("clock.on", say.day(instant))
                : texts.text("clock.at", say.moment(instant));
    }

    /**
     * The address of the days that were picked. A day that has not ended yet is now.
     */
    Address picked(String key, @Nullable String effectiveDay, @Nullable String recordedDay) {
        Instant recorded = picked(recordedDay);
        Instant effective = picked(effectiveDay);
        return new Address(
                key, recorded == null ? null : recorded.toString(), effective == null ? null : effective.toString());
    }

    @Nullable
    Instant picked(@Nullable String day) {
        return days.picked(day);
    }

    @Nullable
    Instant notAfterNow(@Nullable Instant then) {
        return days.notAfterNow(then);
    }
}
