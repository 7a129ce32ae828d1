package org.steelyard.dossier.web;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Outdating;
import org.steelyard.assessment.Recorded;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** From what a page shows to the event that set it. */
@Component
class Blames {
    private static final int REASON = 300;

    private final Texts texts;
    private final Wording say;

    Blames(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** For each field of the assessment itself, by the API's name of the field. */
    Map<String, SetBy> ofWhole(Shown shown) {
        return events(shown, shown.dossier().state().setBy(shown.dossier().point()));
    }

    /** The same of an interpretation, a source, an item of evidence or an indicator. */
    Map<String, SetBy> of(Shown shown, String key) {
        return events(shown, shown.dossier().state().setBy(key, shown.dossier().point()));
    }

    private Map<String, SetBy> events(Shown shown, Map<String, Long> revisions) {
        var events = new TreeMap<String, SetBy>();
        revisions.forEach((field, revision) -> events.put(field, event(shown, revision)));
        return events;
    }

    /** The event of a revision of this assessment; where it does not count at the point, as it stands in the log of now. */
    SetBy event(Shown shown, long revision) {
        var dossier = shown.dossier();
        Recorded by = dossier.state().recorded(revision);
        if (by == null) {
            throw new IllegalArgumentException("There is no revision " + revision);
        }
        var address = dossier.counts(by) ? shown.address() : shown.address().now();
        return new SetBy(revision, address.event(revision), title(by));
    }

    /** The event that outdates a review of this revision; null while none up to the point does. */
    @Nullable
    SetBy outdating(Shown shown, long reviewed) {
        var dossier = shown.dossier();
        Long by = Outdating.of(dossier.state(), reviewed, dossier.point().revision());
        return by == null ? null : event(shown, by);
    }

    private String title(Recorded by) {
        var stamp = by.stamp();
        String effective = say.day(stamp.effectiveAt());
        String recorded = say.day(stamp.recordedAt());
        String when = effective.equals(recorded) ? effective : texts.text("by.when", effective, recorded);
        return stamp.reason() == null
                ? texts.text("by.title", by.revision() + "", stamp.author(), when)
                : texts.text("by.title.reason", by.revision() + "", stamp.author(), when, clipped(stamp.reason()));
    }

    private static String clipped(String reason) {
        return reason.codePointCount(0, reason.length()) <= REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, REASON)) + "…";
    }
}
