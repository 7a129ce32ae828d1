package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.At;
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

    volatile Facts whole = Facts.NONE;
    final Map<String, Facts> interpretations = new ConcurrentHashMap<>();
    final Map<String, Facts> sources = new ConcurrentHashMap<>();
    final Map<String, Facts> evidence = new ConcurrentHashMap<>();
    final Map<String, Facts> indicators = new ConcurrentHashMap<>();
    private final Presence evidencePresence = new Presence();
    private final Presence interpretationPresence = new Presence();

    final Ratings ratings = new Ratings();

    /** Events that set a judgment, by author. */
    final Map<String, Versions<Recorded>> judgments = new ConcurrentHashMap<>();

    /** Since when somebody has rated or judged, by author: the events that put that earlier than was known before. */
    final Map<String, Versions<Recorded>> views = new ConcurrentHashMap<>();

    /** Comments, review requests and reviews. */
    volatile Versions<Recorded> conversation = Versions.none();

    /** Events that may overtake a judgment. */
    final Changes changes = new Changes();

    private volatile long head;

    /** Appends the next event; false, and nothing is changed, where another went on from this revision before. */
    synchronized boolean append(Recorded recorded) {
        if (head + 1 != recorded.revision()) {
            return false;
        }
        apply(recorded);
        log = log.with(At.micros(recorded.stamp().recordedAt()), recorded.revision(), recorded);
        head = recorded.revision();
        return true;
    }

    private void apply(Recorded by) {
        switch (by.event()) {
            case AssessmentOpened e -> open(e, by);
            case AssessmentRevised e ->
                whole = whole.ifGiven(Field.TITLE, by, e.title())
                        .ifGiven(Field.QUESTION, by, e.question())
                        .ifGiven(Field.HORIZON, by, e.horizon(), e.cleared().contains("horizon"))
                        .ifGiven(Field.TAGS, by, e.tags());
            case MarkingChanged e -> whole = whole.asRecorded(Field.MARKING, by, e.marking());
            case PolicyChanged e -> setPolicy(e.policy(), by);
            case BlindChanged e -> whole = whole.asRecorded(Field.BLIND, by, e.blind());
            case ArchiveChanged e -> whole = whole.asRecorded(Field.ARCHIVED, by, e.archived());
            case InterpretationProposed e -> {
                interpretations.put(e.key(), proposed(e, by));
                interpretationPresence.add(e.key(), by, true);
            }
            case InterpretationRevised e -> revise(e, by);
            case InterpretationWithdrawn e -> interpretationInForce(e.key(), by, false);
            case InterpretationReinstated e -> interpretationInForce(e.key(), by, true);
            case SourceRecorded e -> sources.put(e.key(), recorded(e, by));
            case SourceCorrected e -> correct(e, by);
            case SourceRegraded e -> {
                sources.compute(e.key(), (key, f) -> of(f).with(Field.RELIABILITY, by, e.reliability()));
                changes.add(by);
            }
            case EvidenceRecorded e -> {
                evidence.put(e.key(), recorded(e, by));
                evidencePresence.add(e.key(), by, true);
                changes.add(by);
            }
            case EvidenceCorrected e -> {
                evidence.compute(e.key(), (key, f) -> corrected(of(f), e, by));
                changes.add(by);
            }
            case EvidenceRegraded e -> {
                evidence.compute(
                        e.key(),
                        (key, f) -> of(f).ifGiven(Field.CREDIBILITY, by, e.credibility())
                                .ifGiven(Field.RELEVANCE, by, e.relevance()));
                changes.add(by);
            }
            case EvidenceRetracted e -> {
                evidenceInForce(e.key(), by, false);
                changes.add(by);
            }
            case EvidenceReinstated e -> evidenceInForce(e.key(), by, true);
            case EvidenceRated e -> rate(e.evidence(), e.interpretation(), by, e.rating());
            case RatingWithdrawn e -> rate(e.evidence(), e.interpretation(), by, null);
            case JudgmentRecorded e -> judge(by, by);
            case JudgmentWithdrawn e -> judge(by, null);
            case IndicatorRecorded e -> indicators.put(e.key(), recorded(e, by));
            case IndicatorChanged e -> indicators.compute(e.key(), (key, f) -> changed(of(f), e, by));
            case CommentMade e -> say(by);
            case ReviewRequested e -> say(by);
            case ReviewGiven e -> say(by);
            case AssessmentResolved e -> whole = whole.with(Field.RESOLUTION, by, by);
            case AssessmentReopened e -> whole = whole.with(Field.RESOLUTION, by, null);
        }
    }

    private void open(AssessmentOpened e, Recorded by) {
        whole = whole.with(Field.IN_FORCE, by, true)
                .with(Field.TITLE, by, e.title())
                .with(Field.QUESTION, by, e.question())
                .with(Field.HORIZON, by, e.horizon())
                .with(Field.TAGS, by, e.tags())
                .asRecorded(Field.MARKING, by, e.marking())
                .asRecorded(Field.BLIND, by, e.blind());
        setPolicy(e.policy(), by);
    }

    private void setPolicy(PolicyChange change, Recorded by) {
        whole = whole.ifGiven(Field.RHO, by, change.rho())
                .ifGiven(Field.EXTREMIZE, by, change.extremize())
                .ifGiven(Field.FLOOR, by, change.floor())
                .ifGiven(Field.MIN_COVERAGE, by, change.minCoverage())
                .ifGiven(Field.STALE_ABOVE, by, change.staleAbove());
    }

    private static Facts proposed(InterpretationProposed e, Recorded by) {
        return Facts.NONE
                .with(Field.IN_FORCE, by, true)
                .with(Field.STATEMENT, by, e.statement())
                .with(Field.HOLDER, by, e.holder())
                .with(Field.DISCRIMINATOR, by, e.discriminator());
    }

    private void revise(InterpretationRevised e, Recorded by) {
        interpretations.compute(
                e.key(),
                (key, f) -> of(f).ifGiven(Field.STATEMENT, by, e.statement())
                        .ifGiven(Field.HOLDER, by, e.holder(), e.cleared().contains("holder"))
                        .ifGiven(
                                Field.DISCRIMINATOR,
                                by,
                                e.discriminator(),
                                e.cleared().contains("discriminator")));
        if (e.statement() != null) {
            changes.add(by);
        }
    }

    private static Facts recorded(SourceRecorded e, Recorded by) {
        return Facts.NONE
                .with(Field.IN_FORCE, by, true)
                .with(Field.NAME, by, e.name())
                .with(Field.KIND, by, e.kind())
                .with(Field.RELIABILITY, by, e.reliability())
                .with(Field.ORIGIN, by, e.origin());
    }

    private void correct(SourceCorrected e, Recorded by) {
        sources.compute(
                e.key(),
                (key, f) -> of(f).ifGiven(Field.NAME, by, e.name())
                        .ifGiven(Field.KIND, by, e.kind())
                        .ifGiven(Field.RELIABILITY, by, e.reliability())
                        .ifGiven(Field.ORIGIN, by, e.origin(), e.cleared().contains("origin")));
        if (e.reliability() != null) {
            changes.add(by);
        }
    }

    private static Facts recorded(EvidenceRecorded e, Recorded by) {
        return Facts.NONE
                .with(Field.IN_FORCE, by, true)
                .with(Field.CLAIM, by, e.claim())
                .with(Field.SOURCE, by, e.source())
                .with(Field.CREDIBILITY, by, e.credibility())
                .with(Field.RELEVANCE, by, e.relevance())
                .with(Field.KIND, by, e.kind())
                .with(Field.ORIGIN, by, e.origin())
                .with(Field.OCCURRED_ON, by, e.occurredOn())
                .with(Field.PUBLISHED_ON, by, e.publishedOn())
                .with(Field.LINK, by, e.link())
                .asRecorded(Field.MARKING, by, e.marking());
    }

    private static Facts corrected(Facts facts, EvidenceCorrected e, Recorded by) {
        return facts.ifGiven(Field.CLAIM, by, e.claim())
                .ifGiven(Field.SOURCE, by, e.source())
                .ifGiven(Field.CREDIBILITY, by, e.credibility())
                .ifGiven(Field.RELEVANCE, by, e.relevance())
                .ifGiven(Field.KIND, by, e.kind())
                .ifGiven(Field.ORIGIN, by, e.origin(), e.cleared().contains("origin"))
                .ifGiven(Field.OCCURRED_ON, by, e.occurredOn(), e.cleared().contains("occurredOn"))
                .ifGiven(Field.PUBLISHED_ON, by, e.publishedOn(), e.cleared().contains("publishedOn"))
                .ifGiven(Field.LINK, by, e.link(), e.cleared().contains("link"))
                .asRecordedIfGiven(Field.MARKING, by, e.marking(), e.cleared().contains("marking"));
    }

    private static Facts recorded(IndicatorRecorded e, Recorded by) {
        return Facts.NONE
                .with(Field.IN_FORCE, by, true)
                .with(Field.STATEMENT, by, e.statement())
                .with(Field.SPEAKS_FOR, by, e.speaksFor())
                .with(Field.DEADLINE, by, e.deadline())
                .with(Field.STATUS, by, IndicatorStatus.WATCHING);
    }

    private static Facts changed(Facts facts, IndicatorChanged e, Recorded by) {
        return facts.ifGiven(Field.STATEMENT, by, e.statement())
                .ifGiven(Field.SPEAKS_FOR, by, e.speaksFor())
                .ifGiven(Field.DEADLINE, by, e.deadline(), e.cleared().contains("deadline"))
                .ifGiven(Field.STATUS, by, e.status());
    }

    private void rate(String evidence, String interpretation, Recorded by, @Nullable Rating rating) {
        ratings.add(evidence, interpretation, by, rating);
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

    private void evidenceInForce(String key, Recorded by, boolean inForce) {
        evidence.compute(key, (same, facts) -> of(facts).with(Field.IN_FORCE, by, inForce));
        evidencePresence.add(key, by, inForce);
    }

    private void interpretationInForce(String key, Recorded by, boolean inForce) {
        interpretations.compute(key, (same, facts) -> of(facts).with(Field.IN_FORCE, by, inForce));
        interpretationPresence.add(key, by, inForce);
    }

    /** Keys of the evidence in force at the point, sorted by code point. */
    List<String> evidenceInForce(At at) {
        return inForce(evidencePresence, evidence, at);
    }

    /** Keys of the interpretations in force at the point, sorted by code point. */
    List<String> interpretationsInForce(At at) {
        return inForce(interpretationPresence, interpretations, at);
    }

    private static List<String> inForce(Presence presence, Map<String, Facts> things, At at) {
        var keys = new ArrayList<String>();
        for (String key : presence.candidates(at)) {
            Facts facts = things.get(key);
            if (facts != null && facts.inForce(at)) {
                keys.add(key);
            }
        }
        Collections.sort(keys);
        return keys;
    }

    private static Facts of(@Nullable Facts facts) {
        return facts == null ? Facts.NONE : facts;
    }
}
