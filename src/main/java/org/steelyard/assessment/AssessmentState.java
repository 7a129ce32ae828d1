package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.*;
import org.steelyard.balance.At;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Situation;

/**
 * An assessment as its first n events made it, on both clocks: an immutable value, and a function of those events alone.
 * Any number of states of one assessment share their memory.
 *
 * <p>Source: docs/scoring.md section 1.
 */
public final class AssessmentState {
    private final Chronicle chronicle;
    private final long revision;

    AssessmentState(Chronicle chronicle, long revision) {
        this.chronicle = chronicle;
        this.revision = revision;
    }

    /** The state of an assessment that nobody has opened. */
    public static AssessmentState none() {
        return new AssessmentState(new Chronicle(), 0);
    }

    /** The state after these events, which start at revision 1. */
    public static AssessmentState fold(Iterable<Recorded> events) {
        AssessmentState state = none();
        for (Recorded event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    /**
     * The state after one more event. This state stays as it is. Where several go on from it by the same event, as readers at
     * the same moment do, they share what the first of them made.
     *
     * @throws IllegalArgumentException where the event's revision is not the next one
     */
    public AssessmentState evolve(Recorded next) {
        if (next.revision() != revision + 1) {
            throw new IllegalArgumentException("Revision " + next.revision() + " does not follow " + revision);
        }
        if (chronicle.append(next) || next.equals(chronicle.log.at(new At(next.revision(), At.LATEST)))) {
            return new AssessmentState(chronicle, revision + 1);
        }
        return copy().evolve(next);
    }

    /** The same state, sharing nothing with this one: to go on from by what is not in the log, and may never be. */
    public AssessmentState copy() {
        return LeftOut.copy(this);
    }

    /** The number of events; 0 before the assessment is opened. */
    public long revision() {
        return revision;
    }

    public boolean isOpened() {
        return revision > 0;
    }

    /** When the newest event was recorded; {@code Instant.MIN} before the first. */
    public Instant recordedAt() {
        return isOpened() ? recordedAt(revision) : Instant.MIN;
    }

    /** The event of this revision, or null where there is none. */
    public @Nullable Recorded recorded(long wanted) {
        if (wanted < 1 || wanted > revision) {
            return null;
        }
        return chronicle.log.at(new At(wanted, At.LATEST));
    }

    /** All events, oldest first. */
    public List<Recorded> events() {
        return chronicle.log.allAt(newest());
    }

    /** The events about this key: the thing's own, and those of its cells. */
    public List<Recorded> eventsAbout(String key) {
        var about = new ArrayList<Recorded>();
        for (Recorded event : events()) {
            String item = event.event().item();
            if (item != null && (item.equals(key) || item.startsWith(key + "/") || item.endsWith("/" + key))) {
                about.add(event);
            }
        }
        return about;
    }

    /** The newest revision recorded at this instant or before; 0 where the log had not begun. */
    public long revisionAt(Instant asOf) {
        return chronicle.log.revisionAt(At.of(revision, asOf));
    }

    /** The newest point: everything recorded, in force when the last event was recorded or later. */
    public Point latest() {
        return new Point(revision, recordedAt());
    }

    /** What the opening event said. */
    AssessmentEvent.AssessmentOpened opening() {
        Recorded first = recorded(1);
        if (first != null && first.event() instanceof AssessmentEvent.AssessmentOpened opened) {
            return opened;
        }
        throw new IllegalStateException("The assessment is not open");
    }

    public String key() {
        return opening().key();
    }

    public Relation relation() {
        return opening().relation();
    }

    /** Since when the question stands; at no earlier time is anything in force. */
    public Instant since() {
        Recorded first = recorded(1);
        return first == null ? Instant.MAX : first.stamp().effectiveAt();
    }

    /** The marking in force by the order of recording: today's, whatever the point in time. */
    public Marking marking() {
        return chronicle.whole.get(Field.MARKING, newest());
    }

    public boolean blind() {
        return Boolean.TRUE.equals(chronicle.whole.find(Field.BLIND, newest()));
    }

    /** Whether blind mode keeps anything from those who may rate: it is on, and the question is not resolved. False before it is opened. */
    public boolean bindsRaters() {
        return chronicle.openness.upTo(revision) < revision;
    }

    public boolean archived() {
        return Boolean.TRUE.equals(chronicle.whole.find(Field.ARCHIVED, newest()));
    }

    /** Keys of all interpretations there ever were, in the order in which they were proposed. */
    public List<String> proposed() {
        return chronicle.proposed.stream()
                .filter(key -> things(key).anyMatch(facts -> facts.known(newest())))
                .toList();
    }

    /** When this revision was recorded. */
    public Instant recordedAt(long wanted) {
        Recorded recorded = recorded(wanted);
        return recorded == null
                ? chronicle.leftOut.recordedAt(wanted)
                : recorded.stamp().recordedAt();
    }

    /** The whole assessment at a point in time; empty before {@link #since()}. */
    public AssessmentView at(Point point) {
        return viewing(point).view();
    }

    /** The same for a reader who named the point's revision by this recorded time. */
    public AssessmentView at(Point point, Instant asOf) {
        return new Viewing(this, point, asOf).view();
    }

    /** One interpretation at a point in time, in force or withdrawn; null where it was not there. */
    public @Nullable InterpretationView interpretationAt(String key, Point point) {
        return viewing(point).interpretation(key);
    }

    /** One source at a point in time; null where it was not there. */
    public @Nullable SourceView sourceAt(String key, Point point) {
        return viewing(point).source(key);
    }

    /** One item of evidence at a point in time, in force or retracted; null where it was not there. */
    public @Nullable EvidenceView evidenceAt(String key, Point point) {
        return viewing(point).evidence(key);
    }

    /** One indicator at a point in time; null where it was not there. */
    public @Nullable IndicatorView indicatorAt(String key, Point point) {
        return viewing(point).indicator(key);
    }

    /** The judgment of an analyst in force at a point in time, or null. */
    public @Nullable JudgmentView judgmentAt(String analyst, Point point) {
        return viewing(point).judgment(analyst);
    }

    /** The resolution in force at a point in time, or null. */
    public @Nullable ResolutionView resolutionAt(Point point) {
        return viewing(point).resolution();
    }

    /** Whether the thing of this key is in force at a point in time. */
    public boolean isInForce(String key, Point point) {
        At at = point.at();
        return things(key).anyMatch(facts -> facts.inForce(at));
    }

    /**
     * Which revision set each fact about the assessment itself that counts at a point, by its name in the API, the parameters of
     * the policy and {@code resolution} included; a fact that nobody set is not there.
     */
    public SortedMap<String, Long> setBy(Point point) {
        return Blame.of(chronicle.whole, point.at(), newest());
    }

    /** The same about the thing of this key; {@code inForce} for its recording, withdrawal or reinstatement. Empty for none. */
    public SortedMap<String, Long> setBy(String key, Point point) {
        return things(key)
                .findFirst()
                .map(facts -> Blame.of(facts, point.at(), newest()))
                .orElseGet(TreeMap::new);
    }

    private Stream<Facts> things(String key) {
        return Stream.of(chronicle.interpretations, chronicle.sources, chronicle.evidence, chronicle.indicators)
                .<Facts>map(things -> things.get(key))
                .filter(Objects::nonNull);
    }

    Viewing viewing(Point point) {
        return new Viewing(this, point, recordedAt(point.revision()));
    }

    /** What the balance is computed from, at a point in time. */
    public Situation situationAt(Point point) {
        return new Situating(this, point.at()).situation();
    }

    /** What an assessment is called, asks, and where it stands, without all that is in it. */
    public record Framing(String title, String question, AssessmentView.Status status, List<String> tags) {}

    /** Texts, status and tags once this revision was recorded, with all that was effective by then. */
    public Framing framingAt(long wanted) {
        var viewing = viewing(new Point(wanted, Instant.MAX));
        At at = new At(wanted, At.LATEST);
        Facts whole = chronicle.whole;
        return new Framing(
                whole.get(Field.TITLE, at), whole.get(Field.QUESTION, at), viewing.status(), whole.get(Field.TAGS, at));
    }

    /** The policy in force; each parameter is a fact of its own. */
    public Policy policyAt(Point point) {
        return policy(point.at());
    }

    /** Users who authored a rating or a judgment that counts at the point, sorted. */
    public List<String> analystsAt(Point point) {
        return analysts(point.at());
    }

    List<String> analysts(At at) {
        var analysts = new TreeSet<String>();
        chronicle.views.forEach((author, versions) -> {
            if (versions.startedBy(at)) {
                analysts.add(author);
            }
        });
        return List.copyOf(analysts);
    }

    Policy policy(At at) {
        return chronicle.policy(at);
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** Everything recorded up to this state's revision, at any effective time. */
    At newest() {
        return new At(revision, At.LATEST);
    }

    /** The log of this state, in force at the time that a submission names. */
    At effective(Instant effectiveAt) {
        return At.of(revision, effectiveAt);
    }
}
