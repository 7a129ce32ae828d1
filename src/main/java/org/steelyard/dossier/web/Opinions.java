package org.steelyard.dossier.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.dossier.Across;
import org.steelyard.dossier.Across.Start;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.web.Judgments.OfAnalyst;
import org.steelyard.dossier.web.Shown.May;

/** Judgments and overtaken ratings of many assessments, and what of them waits to be looked at again. */
@Component
class Opinions {
    /** So many entries end a page, with the assessment that they are of. */
    private static final int ENOUGH = 300;

    private final Across across;
    private final Access access;
    private final Judgments judgments;
    private final Story story;

    Opinions(Across across, Access access, Judgments judgments, Story story) {
        this.across = across;
        this.access = access;
        this.judgments = judgments;
        this.story = story;
    }

    /**
     * A judgment.
     *
     * @param of how it stands, and what overtook it
     * @param again where its author judges again; null for another reader, a past view, or a question that is closed
     */
    record Judged(InCase in, OfAnalyst of, @Nullable String again) {
        public boolean isStale() {
            return !of.stale().isEmpty();
        }
    }

    /**
     * A rewording, and the ratings that it overtook.
     *
     * @param event with the old and the new wording
     * @param href where the event stands in the log
     * @param again where their author rates again; null as above
     */
    record Reworded(
            InCase in,
            Story.Entry event,
            String href,
            List<Overtaken> ratings,
            @Nullable String again) {}

    /** A rating that was overtaken, and where it stands. */
    record Overtaken(RatingView rating, String css, String href) {}

    /** The assessment that an entry is of. */
    record InCase(String key, String title, String href, Status status) {}

    /** A page of both lists, and the key after which they go on; null at the end. */
    record Found(
            List<Judged> judged,
            List<Reworded> reworded,
            @Nullable String next) {
        public long stale() {
            return judged.stream().filter(Judged::isStale).count();
        }

        public long overtaken() {
            return reworded.stream().mapToLong(event -> event.ratings().size()).sum();
        }
    }

    /**
     * What is of this analyst, or of all; from behind the assessment of this key on; now, or as it stood then. Judgments that are
     * stale come first, of open questions before closed ones, and those that the reader may give anew before others.
     */
    Found find(@Nullable String analyst, @Nullable String after, @Nullable Instant then) {
        var judged = new ArrayList<Judged>();
        var reworded = new ArrayList<Reworded>();
        var next = across.walk(analyst, Start.after(after), then, dossier -> {
            var shown = shown(dossier, then);
            judged.addAll(judged(shown, analyst));
            reworded.addAll(reworded(shown, analyst));
            return judged.size() < ENOUGH && reworded.size() < ENOUGH;
        });
        judged.sort(Comparator.comparing((Judged one) -> !one.isStale())
                .thenComparing(one -> one.in().status() != Status.OPEN)
                .thenComparing(one -> one.again() == null));
        return new Found(judged, reworded, next);
    }

    private Shown shown(Dossier dossier, @Nullable Instant then) {
        boolean may = then == null && access.may(Right.RECORD, dossier.key());
        var address = new Address(dossier.key(), then == null ? null : then.toString(), null);
        return Shown.of(dossier, address, new May(may, false, false, false));
    }

    private List<Judged> judged(Shown shown, @Nullable String analyst) {
        return judgments.of(shown).stream()
                .filter(one -> one.judgment() != null)
                .filter(one -> analyst == null || one.analyst().equals(analyst))
                .map(one -> new Judged(in(shown), one, again(shown, one.analyst(), "/judge")))
                .toList();
    }

    private List<Reworded> reworded(Shown shown, @Nullable String analyst) {
        var byEvent = shown.view().ratings().stream()
                .filter(rating -> analyst == null || rating.analyst().equals(analyst))
                .filter(rating -> rating.overtakenBy() != null)
                .collect(groupingBy(Opinions::overtakenBy, TreeMap::new, toList()));
        if (byEvent.isEmpty()) {
            return List.of();
        }
        return story.tell(shown, event -> byEvent.containsKey(event.revision()), 0, byEvent.size()).entries().stream()
                .map(event -> reworded(shown, event, byEvent.getOrDefault(event.revision(), List.of()), analyst))
                .toList();
    }

    private static long overtakenBy(RatingView rating) {
        Long revision = rating.overtakenBy();
        return revision == null ? 0 : revision;
    }

    private Reworded reworded(Shown shown, Story.Entry event, List<RatingView> ratings, @Nullable String analyst) {
        var overtaken = ratings.stream()
                .map(rating -> new Overtaken(
                        rating,
                        shown.identity(rating.interpretation()).css(),
                        shown.address().evidence(rating.evidence()) + "#i-" + rating.interpretation()))
                .toList();
        return new Reworded(
                in(shown),
                event,
                shown.address().event(event.revision()),
                overtaken,
                analyst == null ? null : again(shown, analyst, "/rate"));
    }

    private static InCase in(Shown shown) {
        String title = shown.view().title();
        return new InCase(
                shown.key(),
                title == null ? shown.key() : title,
                shown.address().whole(),
                shown.view().status());
    }

    private @Nullable String again(Shown shown, String author, String below) {
        boolean open = shown.view().status() == Status.OPEN;
        boolean own = author.equals(access.user());
        return open && own && shown.may().record() ? shown.address().to(below) : null;
    }
}
