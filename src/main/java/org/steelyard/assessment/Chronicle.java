package org.steelyard.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.At;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Versions;

/**
 * All facts of one assessment with their versions. It only ever grows, and every read names the revision up to which it
 * looks, so that an {@link AssessmentState} of an older revision never sees what came later. One appends at a time; reading
 * needs no lock.
 */
final class Chronicle {
    /** Every event by (recorded time, revision). */
    volatile Versions<Recorded> log = Versions.none();

    final Facts whole = new Facts("the assessment", Kind.WHOLE);
    final Map<String, Facts> interpretations = new ConcurrentHashMap<>();
    /** Keys of the interpretations in the order in which they were proposed. */
    final List<String> proposed = new CopyOnWriteArrayList<>();

    final Map<String, Facts> sources = new ConcurrentHashMap<>();
    final Map<String, Evidence> evidence = new ConcurrentHashMap<>();
    final Map<String, Facts> indicators = new ConcurrentHashMap<>();
    private final Presence<Evidence> evidencePresence = new Presence<>();
    private final Presence<Facts> interpretationPresence = new Presence<>();

    /** One string for each key and name that things refer to each other by: what is compared often is soon found equal. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** Events that set a judgment, by author. */
    final Map<String, Versions<Recorded>> judgments = new ConcurrentHashMap<>();

    /** Since when somebody has rated or judged, by author: the events that put that earlier than was known before. */
    final Map<String, Versions<Recorded>> views = new ConcurrentHashMap<>();

    /** Comments, review requests and reviews. */
    volatile Versions<Recorded> conversation = Versions.none();

    final Changes changes = new Changes();
    final LeftOut leftOut = new LeftOut();
    final Openness openness = new Openness();
    private volatile long head;

    /** Appends the next event; false, and nothing is changed, where another went on from this revision before. */
    synchronized boolean append(Recorded recorded) {
        if (head + 1 != recorded.revision()) {
            return false;
        }
        apply(recorded);
        changes.add(recorded);
        openness.take(recorded, whole);
        log = log.with(At.micros(recorded.stamp().recordedAt()), recorded.revision(), recorded);
        head = recorded.revision();
        return true;
    }

    /** Counts the next event, and keeps nothing of what it says; nothing is changed where another went on before. */
    synchronized void leaveOut(long revision, Instant recordedAt, @Nullable String row) {
        if (head + 1 == revision) {
            leftOut.add(revision, recordedAt, row);
            log = log.with(At.micros(recordedAt), revision, null);
            head = revision;
        }
    }

    private void apply(Recorded by) {
        switch (by.event()) {
            case AssessmentOpened e -> open(e, by);
            case AssessmentRevised e ->
                whole.setIfGiven(Field.TITLE, by, e.title())
                        .setIfGiven(Field.QUESTION, by, e.question())
                        .setIfGiven(Field.HORIZON, by, e.horizon(), e.cleared().contains("horizon"))
                        .setIfGiven(Field.TAGS, by, e.tags());
            case MarkingChanged e -> whole.setAsRecorded(Field.MARKING, by, e.marking());
            case PolicyChanged e -> setPolicy(e.policy(), by);
            case BlindChanged e -> whole.setAsRecorded(Field.BLIND, by, e.blind());
            case ArchiveChanged e -> whole.setAsRecorded(Field.ARCHIVED, by, e.archived());
            case InterpretationProposed e -> propose(e, by);
            case InterpretationRevised e -> revise(e, by);
            case InterpretationWithdrawn e -> setInForce(interpretationPresence, interpretation(e.key()), by, false);
            case InterpretationReinstated e -> setInForce(interpretationPresence, interpretation(e.key()), by, true);
            case SourceRecorded e -> record(e, by);
            case SourceCorrected e -> correct(e, by);
            case SourceRegraded e -> source(e.key()).set(Field.RELIABILITY, by, e.reliability());
            case EvidenceRecorded e -> record(e, by);
            case EvidenceCorrected e -> correct(e, by);
            case EvidenceRegraded e ->
                evidence(e.key())
                        .setIfGiven(Field.CREDIBILITY, by, e.credibility())
                        .setIfGiven(Field.RELEVANCE, by, e.relevance());
            case EvidenceRetracted e -> setInForce(evidencePresence, evidence(e.key()), by, false);
            case EvidenceReinstated e -> setInForce(evidencePresence, evidence(e.key()), by, true);
            case EvidenceRated e -> rate(e.evidence(), e.interpretation(), by, e.rating());
            case RatingWithdrawn e -> rate(e.evidence(), e.interpretation(), by, null);
            case JudgmentRecorded e -> judge(by, by);
            case JudgmentWithdrawn e -> judge(by, null);
            case IndicatorRecorded e -> record(e, by);
            case IndicatorChanged e -> change(e, by);
            case CommentMade e -> say(by);
            case ReviewRequested e -> say(by);
            case ReviewGiven e -> say(by);
            case AssessmentResolved e -> whole.set(Field.RESOLUTION, by, by);
            case AssessmentReopened e -> whole.set(Field.RESOLUTION, by, null);
        }
    }

    private void open(AssessmentOpened e, Recorded by) {
        whole.set(Field.IN_FORCE, by, true)
                .set(Field.TITLE, by, e.title())
                .set(Field.QUESTION, by, e.question())
                .setIfGiven(Field.HORIZON, by, e.horizon())
                .set(Field.TAGS, by, e.tags())
                .setAsRecorded(Field.MARKING, by, e.marking())
                .setAsRecorded(Field.BLIND, by, e.blind());
        setPolicy(e.policy(), by);
    }

    private void setPolicy(PolicyChange change, Recorded by) {
        whole.setIfGiven(Field.RHO, by, change.rho())
                .setIfGiven(Field.EXTREMIZE, by, change.extremize())
                .setIfGiven(Field.FLOOR, by, change.floor())
                .setIfGiven(Field.MIN_COVERAGE, by, change.minCoverage())
                .setIfGiven(Field.STALE_ABOVE, by, change.staleAbove());
    }

    /** The policy in force at the point; each parameter is a fact of its own. */
    Policy policy(At at) {
        Policy usual = Policy.DEFAULT;
        return new Policy(
                parameter(Field.RHO, at, usual.rho()),
                parameter(Field.EXTREMIZE, at, usual.extremize()),
                parameter(Field.FLOOR, at, usual.floor()),
                parameter(Field.MIN_COVERAGE, at, usual.minCoverage()),
                parameter(Field.STALE_ABOVE, at, usual.staleAbove()));
    }

    private double parameter(Field field, At at, double usual) {
        Double value = whole.find(field, at);
        return value == null ? usual : value;
    }

    private void propose(InterpretationProposed e, Recorded by) {
        proposed.add(e.key());
        Facts interpretation = interpretation(e.key())
                .set(Field.STATEMENT, by, e.statement())
                .setIfGiven(Field.HOLDER, by, e.holder())
                .setIfGiven(Field.DISCRIMINATOR, by, e.discriminator());
        setInForce(interpretationPresence, interpretation, by, true);
    }

    private void revise(InterpretationRevised e, Recorded by) {
        interpretation(e.key())
                .setIfGiven(Field.STATEMENT, by, e.statement())
                .setIfGiven(Field.HOLDER, by, e.holder(), e.cleared().contains("holder"))
                .setIfGiven(
                        Field.DISCRIMINATOR, by, e.discriminator(), e.cleared().contains("discriminator"));
    }

    private void record(SourceRecorded e, Recorded by) {
        source(e.key())
                .set(Field.IN_FORCE, by, true)
                .set(Field.NAME, by, e.name())
                .set(Field.KIND, by, e.kind())
                .set(Field.RELIABILITY, by, e.reliability())
                .setIfGiven(Field.ORIGIN, by, e.origin());
    }

    private void correct(SourceCorrected e, Recorded by) {
        source(e.key())
                .setIfGiven(Field.NAME, by, e.name())
                .setIfGiven(Field.KIND, by, e.kind())
                .setIfGiven(Field.RELIABILITY, by, e.reliability())
                .setIfGiven(Field.ORIGIN, by, e.origin(), e.cleared().contains("origin"));
    }

    private void record(EvidenceRecorded e, Recorded by) {
        Evidence item = evidence(e.key());
        item.set(Field.SOURCE, by, one(e.source()))
                .set(Field.CREDIBILITY, by, e.credibility())
                .set(Field.RELEVANCE, by, e.relevance())
                .setIfGiven(Field.ORIGIN, by, e.origin())
                .set(Field.CLAIM, by, e.claim())
                .set(Field.KIND, by, e.kind())
                .setIfGiven(Field.OCCURRED_ON, by, e.occurredOn())
                .setIfGiven(Field.PUBLISHED_ON, by, e.publishedOn())
                .setIfGiven(Field.LINK, by, e.link())
                .setAsRecordedIfGiven(Field.MARKING, by, e.marking(), false);
        setInForce(evidencePresence, item, by, true);
    }

    private void correct(EvidenceCorrected e, Recorded by) {
        String source = e.source();
        evidence(e.key())
                .setIfGiven(Field.CLAIM, by, e.claim())
                .setIfGiven(Field.SOURCE, by, source == null ? null : one(source))
                .setIfGiven(Field.CREDIBILITY, by, e.credibility())
                .setIfGiven(Field.RELEVANCE, by, e.relevance())
                .setIfGiven(Field.KIND, by, e.kind())
                .setIfGiven(Field.ORIGIN, by, e.origin(), e.cleared().contains("origin"))
                .setIfGiven(Field.OCCURRED_ON, by, e.occurredOn(), e.cleared().contains("occurredOn"))
                .setIfGiven(Field.PUBLISHED_ON, by, e.publishedOn(), e.cleared().contains("publishedOn"))
                .setIfGiven(Field.LINK, by, e.link(), e.cleared().contains("link"))
                .setAsRecordedIfGiven(
                        Field.MARKING, by, e.marking(), e.cleared().contains("marking"));
    }

    private void record(IndicatorRecorded e, Recorded by) {
        indicator(e.key())
                .set(Field.IN_FORCE, by, true)
                .set(Field.STATEMENT, by, e.statement())
                .set(Field.SPEAKS_FOR, by, e.speaksFor())
                .setIfGiven(Field.DEADLINE, by, e.deadline())
                .set(Field.STATUS, by, IndicatorStatus.WATCHING);
    }

    private void change(IndicatorChanged e, Recorded by) {
        indicator(e.key())
                .setIfGiven(Field.STATEMENT, by, e.statement())
                .setIfGiven(Field.SPEAKS_FOR, by, e.speaksFor())
                .setIfGiven(Field.DEADLINE, by, e.deadline(), e.cleared().contains("deadline"))
                .setIfGiven(Field.STATUS, by, e.status());
    }

    private Facts interpretation(String key) {
        return interpretations.computeIfAbsent(key, it -> new Facts(it, Kind.INTERPRETATION));
    }

    private Facts source(String key) {
        return sources.computeIfAbsent(key, it -> new Facts(it, Kind.SOURCE));
    }

    private Evidence evidence(String key) {
        return evidence.computeIfAbsent(key, Evidence::new);
    }

    private Facts indicator(String key) {
        return indicators.computeIfAbsent(key, it -> new Facts(it, Kind.INDICATOR));
    }

    private String one(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private void rate(String evidence, String interpretation, Recorded by, @Nullable Rating rating) {
        evidence(evidence).rate(one(interpretation), one(by.stamp().author()), by, rating);
        viewed(by);
    }

    private void judge(Recorded by, @Nullable Recorded value) {
        judgments.compute(by.stamp().author(), (author, versions) -> added(versions, by, value));
        viewed(by);
    }

    /** Only what is effective earlier than all before it tells anything new. */
    private void viewed(Recorded by) {
        views.compute(
                by.stamp().author(),
                (author, versions) -> isViewedBefore(versions, by) ? versions : added(versions, by, by));
    }

    private static boolean isViewedBefore(@Nullable Versions<Recorded> versions, Recorded by) {
        return versions != null
                && versions.startedBy(At.of(by.revision(), by.stamp().effectiveAt()));
    }

    private void say(Recorded by) {
        conversation = added(conversation, by, by);
    }

    private static Versions<Recorded> added(
            @Nullable Versions<Recorded> versions, Recorded by, @Nullable Recorded value) {
        Versions<Recorded> before = versions == null ? Versions.none() : versions;
        return before.with(At.micros(by.stamp().effectiveAt()), by.revision(), value);
    }

    private static <T extends Facts> void setInForce(Presence<T> presence, T thing, Recorded by, boolean inForce) {
        thing.set(Field.IN_FORCE, by, inForce);
        presence.add(thing, by, inForce);
    }

    /** The evidence in force at the point, sorted by key, by code point. */
    List<Evidence> evidenceInForce(At at) {
        return evidencePresence.inForce(at);
    }

    /** Keys of the interpretations in force at the point, sorted by code point. */
    List<String> interpretationsInForce(At at) {
        return interpretationPresence.inForce(at).stream().map(Facts::key).toList();
    }
}
