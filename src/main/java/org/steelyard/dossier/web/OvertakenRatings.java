package org.steelyard.dossier.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
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
import org.steelyard.dossier.web.Shown.May;

/** The ratings of many assessments that a rewording overtook: they wait to be looked at again. */
@Component
class OvertakenRatings {
    /** So many entries end a page, with the assessment that they are of. */
    private static final int ENOUGH = 300;

    private final Across across;
    private final Access access;
    private final Story story;

    OvertakenRatings(Across across, Access access, Story story) {
        this.across = across;
        this.access = access;
        this.story = story;
    }

    /**
     * A rewording, and the ratings that it overtook.
     *
     * @param event with the old and the new wording
     * @param href where the event stands in the log
     * @param again where their author rates again; null for another reader, a past view, or a question that is closed
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
    record InCase(String key, String title, String href) {}

    /** A page of the list, and the key after which it goes on; null at the end. */
    record Found(List<Reworded> reworded, @Nullable String next) {
        public long overtaken() {
            return reworded.stream().mapToLong(event -> event.ratings().size()).sum();
        }
    }

    /** What is of this analyst, or of all; from behind the assessment of this key on; now, or as it stood then. */
    Found find(@Nullable String analyst, @Nullable String after, @Nullable Instant then) {
        var reworded = new ArrayList<Reworded>();
        var next = across.walk(analyst, Start.after(after), then, dossier -> {
            reworded.addAll(reworded(shown(dossier, then), analyst));
            return reworded.size() < ENOUGH;
        });
        return new Found(reworded, next);
    }

    private Shown shown(Dossier dossier, @Nullable Instant then) {
        boolean may = then == null && access.may(Right.RECORD, dossier.key());
        var address = new Address(dossier.key(), then == null ? null : then.toString(), null);
        return Shown.of(dossier, address, new May(may, false, false, false));
    }

    private List<Reworded> reworded(Shown shown, @Nullable String analyst) {
        var byEvent = shown.view().ratings().stream()
                .filter(rating -> analyst == null || rating.analyst().equals(analyst))
                .filter(rating -> rating.overtakenBy() != null)
                .collect(groupingBy(OvertakenRatings::overtakenBy, TreeMap::new, toList()));
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
                analyst == null ? null : again(shown, analyst));
    }

    private static InCase in(Shown shown) {
        String title = shown.view().title();
        return new InCase(
                shown.key(),
                title == null ? shown.key() : title,
                shown.address().whole());
    }

    private @Nullable String again(Shown shown, String author) {
        boolean open = shown.view().status() == Status.OPEN;
        boolean own = author.equals(access.user());
        return open && own && shown.may().record() ? shown.address().to("/rate") : null;
    }
}
