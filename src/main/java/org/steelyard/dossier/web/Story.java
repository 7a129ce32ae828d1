package org.steelyard.dossier.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.story.Before;
import org.steelyard.dossier.story.EventSentences;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** The log as people read it: who, what as a sentence, when on both clocks, and why. */
@Component
class Story {
    private final Texts texts;
    private final Wording say;

    Story(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /**
     * One event.
     *
     * @param late whether it was recorded on a later day than it was effective
     * @param words what its author wrote with it, or null
     * @param point the address of the assessment as it stood once the event was recorded
     */
    record Entry(
            long revision,
            String kind,
            String actor,
            String author,
            Instant effectiveAt,
            Instant recordedAt,
            boolean late,
            Sentence what,
            @Nullable String words,
            @Nullable String reason,
            String point) {}

    /** A stretch of the log, newest first. */
    record Part(List<Entry> entries, int all) {}

    /** The events that count at the point and are wanted, newest first; those from {@code skip} on, so many at most. */
    Part tell(Shown shown, Predicate<Recorded> wanted, int skip, int most) {
        var dossier = shown.dossier();
        List<Recorded> counted = dossier.state().events().stream()
                .filter(event -> dossier.counts(event) && wanted.test(event))
                .toList();
        int to = Math.max(0, counted.size() - skip);
        var told = counted.subList(Math.max(0, to - most), to).stream()
                .map(Recorded::revision)
                .collect(Collectors.toSet());
        return new Part(entries(shown, told), counted.size());
    }

    /** How many events that count at the point come after this revision. */
    int newerThan(Shown shown, long revision) {
        return (int) shown.dossier().state().events().stream()
                .filter(event -> event.revision() > revision && shown.dossier().counts(event))
                .count();
    }

    /** These events in their order, from what stood before the first of them. */
    List<Entry> tell(Shown shown, List<Recorded> earlier, List<Recorded> events) {
        var sentences = new EventSentences(texts, say, shown.identities(), shown.address());
        var before = new Before();
        earlier.forEach(before::take);
        var entries = new ArrayList<Entry>();
        for (Recorded event : events) {
            entries.add(entry(event, sentences.of(event, before), shown));
            before.take(event);
        }
        return entries;
    }

    private List<Entry> entries(Shown shown, Set<Long> told) {
        return tell(shown, shown.dossier().state().events(), told).reversed();
    }

    /**
     * Those of these events that are wanted, in this order; each sentence says what stood before in this order. One that does not
     * count at the point leads to now, since what it is about may not be there yet.
     */
    List<Entry> tell(Shown shown, List<Recorded> inOrder, Set<Long> wanted) {
        var here = new EventSentences(texts, say, shown.identities(), shown.address());
        var now = new EventSentences(
                texts, say, shown.identities(), shown.address().now());
        var before = new Before();
        var entries = new ArrayList<Entry>();
        for (Recorded event : inOrder) {
            if (wanted.contains(event.revision())) {
                var sentences = shown.dossier().counts(event) ? here : now;
                entries.add(entry(event, sentences.of(event, before), shown));
            }
            if (entries.size() == wanted.size()) {
                break;
            }
            before.take(event);
        }
        return entries;
    }

    private Entry entry(Recorded by, Sentence what, Shown shown) {
        var stamp = by.stamp();
        boolean late = !say.date(stamp.recordedAt()).equals(say.date(stamp.effectiveAt()));
        return new Entry(
                by.revision(),
                by.kind(),
                stamp.actor(),
                stamp.author(),
                stamp.effectiveAt(),
                stamp.recordedAt(),
                late,
                what,
                words(by),
                stamp.reason(),
                shown.address().asOfRevision(by.revision()).whole());
    }

    private static @Nullable String words(Recorded by) {
        return switch (by.event()) {
            case EvidenceRated e -> e.rationale();
            case JudgmentRecorded e -> e.rationale();
            case CommentMade e -> e.text();
            case ReviewRequested e -> e.text();
            case ReviewGiven e -> e.text();
            case AssessmentResolved e -> e.basis();
            default -> null;
        };
    }
}
