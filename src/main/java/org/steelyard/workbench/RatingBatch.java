package org.steelyard.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent.OfCell;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Stamp;

/** Ratings that one analyst recorded at once, so that what they moved can be told, and they can be taken back. */
record RatingBatch(List<Recorded> events) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** How an address names what a write appended: "41-45". */
    static String range(Outcome outcome) {
        return outcome.appended().getFirst().revision() + "-" + outcome.last().revision();
    }

    /** The events of this range, where they are ratings that who records gave or withdrew themselves; else nothing. */
    static Optional<RatingBatch> of(Desk desk, String range) {
        Matcher revisions = RANGE.matcher(range);
        if (!revisions.matches()) {
            return Optional.empty();
        }
        var events = new ArrayList<Recorded>();
        long first = Math.max(1, Long.parseLong(revisions.group(1)));
        long last = Math.min(Long.parseLong(revisions.group(2)), desk.revision());
        for (long revision = first; revision <= last; revision++) {
            Recorded event = desk.state().recorded(revision);
            if (event == null || !isOwnRating(event, desk.user())) {
                return Optional.empty();
            }
            events.add(event);
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new RatingBatch(events));
    }

    private static boolean isOwnRating(Recorded event, String user) {
        return event.event() instanceof OfCell
                && event.stamp().author().equals(user)
                && event.stamp().actor().equals(user);
    }

    public long first() {
        return events.getFirst().revision();
    }

    public long last() {
        return events.getLast().revision();
    }

    public int size() {
        return events.size();
    }

    public String range() {
        return first() + "-" + last();
    }

    /** The cells of these ratings, as "e1/hedge". */
    Set<String> cells() {
        return events.stream()
                .map(event -> String.valueOf(event.event().item()))
                .collect(Collectors.toSet());
    }

    /** What gives each cell what it held before: from now on, or where the ratings were dated back, since the same date. */
    List<Line> undone(Desk desk, String reason) {
        Map<Instant, Map<String, RatingView>> before = new HashMap<>();
        var lines = new ArrayList<Line>();
        for (Recorded event : events) {
            Stamp stamp = event.stamp();
            boolean datedBack = stamp.effectiveAt().isBefore(stamp.recordedAt());
            Instant held =
                    datedBack ? stamp.effectiveAt() : events.getLast().stamp().recordedAt();
            RatingView was = before.computeIfAbsent(held, at -> ownBefore(desk, at))
                    .get(event.event().item());
            AssessmentCommand command = was == null ? withdrawn((OfCell) event.event()) : again(was);
            lines.add(new Line(desk.by(command).because(reason).effective(datedBack ? held : null), field -> ""));
        }
        return lines;
    }

    /** One's own ratings as they were before these, by cell. */
    private Map<String, RatingView> ownBefore(Desk desk, Instant effectiveAt) {
        var own = new HashMap<String, RatingView>();
        for (RatingView rating :
                desk.state().at(new Point(first() - 1, effectiveAt)).ratings()) {
            if (rating.analyst().equals(desk.user())) {
                own.put(rating.cell(), rating);
            }
        }
        return own;
    }

    private static AssessmentCommand withdrawn(OfCell cell) {
        return new WithdrawRating(cell.evidence(), cell.interpretation());
    }

    private static AssessmentCommand again(RatingView was) {
        return new RateEvidence(was.evidence(), was.interpretation(), was.rating(), was.rationale());
    }
}
