package org.steelyard.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Situation;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;

/**
 * One assessment at one point in time, as one reader may see it.
 *
 * @param sight everything recorded so far, but for what blind mode keeps from the reader
 * @param point the point on both clocks, already resolved
 * @param asOf the recorded time that stands for the point's revision
 * @param latest whether this is the newest point: neither clock is turned back
 */
public record Dossier(Sight sight, Point point, Instant asOf, boolean latest) {

    /** Everything recorded so far that the reader may see. */
    public AssessmentState state() {
        return sight.state();
    }

    /** Whether anything is kept from the reader, who works blind. */
    public boolean blinded() {
        return sight.blinded();
    }

    /** Whether readings, totals and others' judgments are kept from the reader, who has yet to judge. */
    public boolean readingsHidden() {
        return sight.readingsHidden();
    }

    public String key() {
        return state().key();
    }

    /** The whole assessment at the point. */
    public AssessmentView view() {
        return state().at(point, asOf);
    }

    /** The balance under the policy in force at the point; nothing is rated or judged in it where readings are hidden. */
    public Balance balance() {
        return Balance.of(situation());
    }

    /** What the balance is computed from. */
    public Situation situation() {
        return sight.weighed().situationAt(point);
    }

    /** The policy in force at the point. */
    public Policy policy() {
        return state().policyAt(point);
    }

    /** The policy in force at the newest point. */
    public Policy currentPolicy() {
        return state().policyAt(state().latest());
    }

    /**
     * The assessment as a list of assessments would have it at the point, of an event that is kept from the reader when it was and
     * no more; empty before the question stood.
     */
    public Optional<Entry> entry() {
        var view = view();
        var last = state().recorded(point.revision());
        var title = view.title();
        var question = view.question();
        if (title == null || question == null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                view.key(),
                title,
                question,
                view.relation(),
                view.marking(),
                view.status(),
                view.tags(),
                view.revision(),
                view.recordedAt(),
                last == null ? null : last.stamp().author(),
                last == null ? null : last.kind()));
    }

    /** The newest event up to the point that the reader may see. */
    public @Nullable Recorded lastShown() {
        for (long revision = point.revision(); revision > 0; revision--) {
            Recorded event = state().recorded(revision);
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** The first events that count at the point after this revision (0 for all), oldest first, at most so many. */
    public List<Recorded> events(long after, int most) {
        var events = new ArrayList<Recorded>();
        for (long revision = after + 1; revision <= point.revision() && events.size() < most; revision++) {
            Recorded event = state().recorded(revision);
            if (event != null && counts(event)) {
                events.add(event);
            }
        }
        return events;
    }

    /** Whether an event counts at the point. */
    public boolean counts(Recorded event) {
        return point.counts(event);
    }

    /**
     * Resolves what was asked for into a point in time.
     *
     * @param sight what the reader may see of the newest state
     * @param asOf the revision or the recorded time asked for, or null
     * @param effectiveAt the effective time asked for, or null
     * @param now the server's clock; a time after it is read as it
     * @throws NoSuchPoint where the log has no such revision, or had not begun
     */
    static Dossier resolve(Sight sight, @Nullable AsOf asOf, @Nullable Instant effectiveAt, Instant now) {
        AssessmentState state = sight.state();
        Instant newest = state.recordedAt();
        Instant clock = now.truncatedTo(ChronoUnit.MICROS);
        Instant today = clock.isBefore(newest) ? newest : clock;
        Instant recorded = newest;
        long upTo = state.revision();
        if (asOf instanceof AtRevision at) {
            if (at.revision() < 1 || at.revision() > state.revision()) {
                throw NoSuchPoint.revision(at.revision(), state.revision());
            }
            upTo = at.revision();
            recorded = state.recordedAt(upTo);
        } else if (asOf instanceof AtInstant at) {
            recorded = earlier(at.instant(), today);
            upTo = state.revisionAt(recorded);
            if (upTo == 0) {
                throw NoSuchPoint.before(state.recordedAt(1));
            }
        }
        Instant effective = effectiveAt == null ? recorded : earlier(effectiveAt, today);
        boolean latest = upTo == state.revision() && !effective.isBefore(newest);
        return new Dossier(sight, new Point(upTo, effective), recorded, latest);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
