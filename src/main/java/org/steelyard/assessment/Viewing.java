package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentView.CommentView;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.ResolutionView;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.AssessmentView.Withdrawn;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Versions;

/** Reads a whole {@link AssessmentView} from a state at one point in time. */
final class Viewing {
    private final AssessmentState state;
    private final Chronicle chronicle;
    private final Point point;
    private final Instant asOf;
    private final At at;
    private final boolean begun;

    Viewing(AssessmentState state, Point point, Instant asOf) {
        this.state = state;
        this.chronicle = state.chronicle();
        this.point = point;
        this.asOf = asOf;
        this.at = point.at();
        this.begun = chronicle.whole.inForce(at);
    }

    AssessmentView view() {
        Facts whole = chronicle.whole;
        Instant recordedAt = state.recordedAt(at.revision());
        List<String> tags = whole.find(Field.TAGS, at);
        return new AssessmentView(
                state.key(),
                at.revision(),
                recordedAt,
                asOf,
                point.effectiveAt(),
                begun ? state.since() : null,
                whole.find(Field.TITLE, at),
                whole.find(Field.QUESTION, at),
                state.relation(),
                whole.find(Field.HORIZON, at),
                state.marking(),
                tags == null ? List.of() : tags,
                state.blind(),
                archived(),
                status(),
                PolicyView.of(state.policy(at)),
                all(chronicle.interpretations, f -> f.inForce(at), this::interpretation),
                all(chronicle.sources, f -> f.inForce(at), this::source),
                all(chronicle.evidence, f -> f.inForce(at), this::evidence),
                new Withdrawn(
                        all(chronicle.interpretations, this::withdrawn, this::interpretation),
                        all(chronicle.evidence, this::withdrawn, this::evidence)),
                ratings(),
                judgments(),
                all(chronicle.indicators, f -> f.inForce(at), this::indicator),
                said(ReviewRequested.class, ReviewRequestView::of),
                said(ReviewGiven.class, ReviewView::of),
                said(CommentMade.class, CommentView::of),
                resolution());
    }

    /** Archived or not as the log held it at the point's revision. */
    private boolean archived() {
        return Boolean.TRUE.equals(chronicle.whole.find(Field.ARCHIVED, new At(at.revision(), At.LATEST)));
    }

    Status status() {
        if (archived()) {
            return Status.ARCHIVED;
        }
        ResolutionView resolution = resolution();
        if (resolution == null) {
            return Status.OPEN;
        }
        return resolution.outcome() == null && resolution.outcomes() == null ? Status.ANNULLED : Status.RESOLVED;
    }

    private boolean withdrawn(Facts facts) {
        return facts.known(at) && !facts.inForce(at);
    }

    private <T> List<T> all(
            Map<String, ? extends Facts> things, Predicate<Facts> wanted, BiFunction<String, Facts, T> view) {
        var views = new ArrayList<T>();
        if (begun) {
            SequencedCollection<String> keys = new TreeSet<>(things.keySet());
            for (String key : keys) {
                Facts facts = Objects.requireNonNull(things.get(key));
                if (wanted.test(facts)) {
                    views.add(view.apply(key, facts));
                }
            }
        }
        return views;
    }

    @Nullable
    InterpretationView interpretation(String key) {
        return one(chronicle.interpretations, key, this::interpretation);
    }

    @Nullable
    SourceView source(String key) {
        return one(chronicle.sources, key, this::source);
    }

    @Nullable
    EvidenceView evidence(String key) {
        return one(chronicle.evidence, key, this::evidence);
    }

    @Nullable
    IndicatorView indicator(String key) {
        return one(chronicle.indicators, key, this::indicator);
    }

    private <T> @Nullable T one(Map<String, ? extends Facts> things, String key, BiFunction<String, Facts, T> view) {
        Facts facts = things.get(key);
        return begun && facts != null && facts.known(at) ? view.apply(key, facts) : null;
    }

    private InterpretationView interpretation(String key, Facts facts) {
        long revision = facts.revision(at);
        return new InterpretationView(
                key,
                facts.get(Field.STATEMENT, at),
                facts.find(Field.HOLDER, at),
                facts.find(Field.DISCRIMINATOR, at),
                since(facts),
                revision,
                state.recordedAt(revision));
    }

    private SourceView source(String key, Facts facts) {
        long revision = facts.revision(at);
        return new SourceView(
                key,
                facts.get(Field.NAME, at),
                facts.get(Field.KIND, at),
                facts.get(Field.RELIABILITY, at),
                facts.find(Field.ORIGIN, at),
                since(facts),
                revision,
                state.recordedAt(revision));
    }

    private EvidenceView evidence(String key, Facts facts) {
        long revision = facts.revision(at);
        return new EvidenceView(
                key,
                facts.get(Field.CLAIM, at),
                facts.get(Field.SOURCE, at),
                facts.<Integer>get(Field.CREDIBILITY, at),
                facts.get(Field.RELEVANCE, at),
                facts.get(Field.KIND, at),
                facts.find(Field.ORIGIN, at),
                facts.find(Field.OCCURRED_ON, at),
                facts.find(Field.PUBLISHED_ON, at),
                facts.find(Field.LINK, at),
                facts.find(Field.MARKING, state.newest()),
                since(facts),
                revision,
                state.recordedAt(revision));
    }

    private IndicatorView indicator(String key, Facts facts) {
        long revision = facts.revision(at);
        return new IndicatorView(
                key,
                facts.get(Field.STATEMENT, at),
                facts.get(Field.SPEAKS_FOR, at),
                facts.find(Field.DEADLINE, at),
                facts.get(Field.STATUS, at),
                since(facts),
                revision,
                state.recordedAt(revision));
    }

    /** Since when the thing was first in force. */
    private Instant since(Facts facts) {
        return At.instant(facts.versions(Field.IN_FORCE).firstEffective(at.revision()));
    }

    private List<RatingView> ratings() {
        var ratings = new ArrayList<RatingView>();
        if (begun) {
            for (Evidence item : chronicle.evidenceInForce(at)) {
                for (Evidence.Voice voice : item.voices()) {
                    if (inForce(chronicle.interpretations, voice.interpretation())) {
                        addRating(ratings, voice.ratings());
                    }
                }
            }
        }
        ratings.sort(Comparator.comparing(RatingView::evidence)
                .thenComparing(RatingView::interpretation)
                .thenComparing(RatingView::analyst));
        return ratings;
    }

    private void addRating(List<RatingView> ratings, Versions<Rating> versions) {
        Recorded by = state.recorded(versions.revisionAt(at));
        if (by != null && by.event() instanceof EvidenceRated e) {
            ratings.add(RatingView.of(by, e, overtakenBy(e, by.revision())));
        }
    }

    private @Nullable Long overtakenBy(EvidenceRated rated, long revision) {
        long claim = next(chronicle.evidence, rated.evidence(), Field.CLAIM, revision);
        long statement = next(chronicle.interpretations, rated.interpretation(), Field.STATEMENT, revision);
        long first = claim == 0 ? statement : statement == 0 ? claim : Math.min(claim, statement);
        return first == 0 ? null : first;
    }

    private long next(Map<String, ? extends Facts> things, String key, Field field, long after) {
        return Objects.requireNonNull(things.get(key)).versions(field).nextRevision(after, at);
    }

    private boolean inForce(Map<String, ? extends Facts> things, String key) {
        Facts facts = things.get(key);
        return facts != null && facts.inForce(at);
    }

    private List<JudgmentView> judgments() {
        var judgments = new ArrayList<JudgmentView>();
        if (begun) {
            for (String analyst : new TreeSet<>(chronicle.judgments.keySet())) {
                JudgmentView judgment = judgment(analyst);
                if (judgment != null) {
                    judgments.add(judgment);
                }
            }
        }
        return judgments;
    }

    @Nullable
    JudgmentView judgment(String analyst) {
        Versions<Recorded> versions = chronicle.judgments.get(analyst);
        Recorded by = versions == null ? null : versions.at(at);
        return begun && by != null && by.event() instanceof JudgmentRecorded e ? JudgmentView.of(by, e) : null;
    }

    private <E extends AssessmentEvent, T> List<T> said(Class<E> type, BiFunction<Recorded, E, T> view) {
        var views = new ArrayList<T>();
        if (begun) {
            List<Recorded> said = chronicle.conversation.allAt(at);
            said.sort(Comparator.comparingLong(Recorded::revision));
            for (Recorded by : said) {
                if (type.isInstance(by.event())) {
                    views.add(view.apply(by, type.cast(by.event())));
                }
            }
        }
        return views;
    }

    @Nullable
    ResolutionView resolution() {
        Recorded by = chronicle.whole.find(Field.RESOLUTION, at);
        if (by == null || !(by.event() instanceof AssessmentResolved e)) {
            return null;
        }
        return ResolutionView.of(by, e);
    }
}
