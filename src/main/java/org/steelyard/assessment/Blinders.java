package org.steelyard.assessment;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.balance.At;

/**
 * What blind mode keeps from one who may rate: others' ratings of each row until they rated in it, and others' judgments and all
 * readings until they judged. A rating or judgment that they withdrew later counts: what was seen is seen.
 *
 * @param reader the name of who may rate
 * @param judged whether they have judged
 * @param rows keys of the evidence of which they rated a cell
 */
record Blinders(String reader, boolean judged, Set<String> rows) {

    /** Of who never rated or judged: all of it is kept from them, so that they share what is left. */
    static final Blinders OF_NOBODY = new Blinders("", false, Set.of());

    /** What is kept from this reader once all that the state holds is recorded. */
    static Blinders of(AssessmentState state, String reader) {
        var rows = new HashSet<String>();
        for (Evidence item : state.chronicle().evidence.values()) {
            if (hasRated(reader, item, state.newest())) {
                rows.add(item.key());
            }
        }
        boolean judged = hasJudged(state, reader, state.newest());
        return rows.isEmpty() && !judged ? OF_NOBODY : new Blinders(reader, judged, rows);
    }

    /** Whether this user ever rated a cell of the item by then. */
    static boolean hasRated(String user, Evidence item, At then) {
        return item.voices().stream()
                .anyMatch(
                        voice -> voice.author().equals(user) && voice.ratings().startedBy(then));
    }

    /** Whether this user ever judged by then. */
    static boolean hasJudged(AssessmentState state, String user, At then) {
        var judgments = state.chronicle().judgments.get(user);
        return judgments != null && judgments.startedBy(then);
    }

    boolean hide(Recorded event) {
        if (event.stamp().author().equals(reader)) {
            return false;
        }
        String row = row(event);
        if (row != null) {
            return !rows.contains(row);
        }
        return !judged && event.isOpinion();
    }

    /** The item of evidence that the event rates, or takes a rating of back; null for any other event. */
    static @Nullable String row(Recorded event) {
        return switch (event.event()) {
            case EvidenceRated rated -> rated.evidence();
            case RatingWithdrawn withdrawn -> withdrawn.evidence();
            default -> null;
        };
    }
}
