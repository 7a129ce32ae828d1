package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Situation;

/** The state at any point, against a plain scan over all events that goes by the words of docs/scoring.md section 1. */
class SecondReadingTest {
    private static final int POINTS = 6;

    @Test
    void a_scan_over_all_events_gives_the_same_situation_and_the_same_balance() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            var inAnyOrder = new ArrayList<>(history);
            Collections.shuffle(inAnyOrder, random);
            for (int i = 0; i < POINTS; i++) {
                Point point = anyPoint(random, history);
                Situation situation = state.situationAt(point);
                Situation naive =
                        NaiveSituation.of(inAnyOrder, state.relation(), point.revision(), point.effectiveAt());
                assertSame(situation, naive);
                assertThat(Balance.of(situation)).as("%s", point).isEqualTo(Balance.of(naive));
            }
        });
    }

    @Test
    void a_scan_over_all_events_gives_the_same_view() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            Point point = anyPoint(random, history);
            assertSame(state.at(point), new NaiveReading(history, point.revision(), point.effectiveAt()), history);
        });
    }

    /** Mostly at the very time of some event, a moment before or after; also anywhere, and before the first. */
    static Point anyPoint(Random random, List<Recorded> history) {
        long revision = 1L + random.nextInt(history.size());
        Stamp some = history.get(random.nextInt(history.size())).stamp();
        Instant near = random.nextBoolean() ? some.effectiveAt() : some.recordedAt();
        return switch (random.nextInt(5)) {
            case 0 -> new Point(revision, near.minusNanos(1_000));
            case 1 -> new Point(history.size(), near);
            case 2 -> new Point(revision, near.plusNanos(1_000));
            case 3 ->
                new Point(revision, history.get((int) revision - 1).stamp().recordedAt());
            default -> new Point(revision, near);
        };
    }

    /** All but what may have overtaken a judgment, which shows in the balance: a situation leaves out what is too old. */
    private static void assertSame(Situation situation, Situation naive) {
        assertThat(situation.relation()).isEqualTo(naive.relation());
        assertThat(situation.policy()).isEqualTo(naive.policy());
        assertThat(situation.interpretations()).isEqualTo(naive.interpretations());
        assertThat(situation.items()).isEqualTo(naive.items());
        assertThat(new HashSet<>(situation.cells())).isEqualTo(new HashSet<>(naive.cells()));
        assertThat(new HashSet<>(situation.judgments())).isEqualTo(new HashSet<>(naive.judgments()));
        assertThat(situation.analysts()).isEqualTo(naive.analysts());
    }

    private static void assertSame(AssessmentView view, NaiveReading naive, List<Recorded> history) {
        assertFacts(naive, null, view, "title", "question", "horizon");
        Object tags = naive.fact(null, "tags");
        assertThat(view.tags()).isEqualTo(tags == null ? List.of() : tags);
        assertThat(view.since())
                .isEqualTo(naive.begun() ? history.getFirst().stamp().effectiveAt() : null);
        assertThings(view.interpretations(), naive.inForce(InterpretationProposed.class));
        assertThings(view.withdrawn().interpretations(), outOfForce(naive, InterpretationProposed.class));
        assertThings(view.sources(), naive.inForce(SourceRecorded.class));
        assertThings(view.evidence(), naive.inForce(EvidenceRecorded.class));
        assertThings(view.withdrawn().evidence(), outOfForce(naive, EvidenceRecorded.class));
        assertThings(view.indicators(), naive.inForce(IndicatorRecorded.class));
        view.interpretations().forEach(i -> assertFacts(naive, i.key(), i, "statement", "holder", "discriminator"));
        view.sources().forEach(s -> assertFacts(naive, s.key(), s, "name", "kind", "reliability", "origin"));
        view.evidence()
                .forEach(e -> assertFacts(
                        naive,
                        e.key(),
                        e,
                        "claim",
                        "source",
                        "credibility",
                        "relevance",
                        "kind",
                        "origin",
                        "occurredOn",
                        "publishedOn",
                        "link"));
        view.indicators().forEach(k -> assertFacts(naive, k.key(), k, "statement", "speaksFor", "deadline", "status"));
        assertThat(view.ratings().stream().map(RatingView::revision).toList())
                .isEqualTo(naive.ratings().stream().map(Recorded::revision).toList());
        view.ratings().forEach(rating -> assertThat(rating.overtakenBy()).isEqualTo(overtaking(rating, naive)));
        assertThat(view.judgments().stream().map(j -> j.revision()).toList())
                .isEqualTo(naive.analysts().stream()
                        .map(naive::judgment)
                        .filter(judgment -> judgment != null)
                        .map(judgment -> judgment.revision())
                        .toList());
        assertThat(view.comments().stream().map(c -> c.revision()).toList())
                .isEqualTo(revisions(naive.all(CommentMade.class)));
        assertThat(view.reviews().stream().map(r -> r.revision()).toList())
                .isEqualTo(revisions(naive.all(ReviewGiven.class)));
        assertThat(view.reviewRequests().stream().map(r -> r.revision()).toList())
                .isEqualTo(revisions(naive.all(ReviewRequested.class)));
        Recorded end =
                naive.newest(event -> event instanceof AssessmentResolved || event instanceof AssessmentReopened, null);
        assertThat(view.resolution() == null ? null : view.resolution().revision())
                .isEqualTo(end != null && end.event() instanceof AssessmentResolved ? end.revision() : null);
    }

    private static List<String> outOfForce(NaiveReading naive, Class<? extends OfKey> creation) {
        var keys = new TreeSet<>(naive.keys(creation));
        naive.inForce(creation).forEach(keys::remove);
        return List.copyOf(keys);
    }

    private static void assertThings(Collection<? extends Record> views, List<String> keys) {
        assertThat(views.stream().map(view -> NaiveReading.component(view, "key")))
                .isEqualTo(keys);
    }

    private static void assertFacts(NaiveReading naive, @Nullable String key, Record view, String... fields) {
        for (String field : fields) {
            assertThat(NaiveReading.component(view, field))
                    .as("%s of %s", field, key)
                    .isEqualTo(naive.fact(key, field));
        }
    }

    private static @Nullable Long overtaking(RatingView rating, NaiveReading naive) {
        return naive.all(EvidenceCorrected.class, InterpretationRevised.class).stream()
                .filter(later -> later.revision() > rating.revision())
                .filter(later -> switch (later.event()) {
                    case EvidenceCorrected e -> e.key().equals(rating.evidence()) && e.claim() != null;
                    case InterpretationRevised e -> e.key().equals(rating.interpretation()) && e.statement() != null;
                    default -> false;
                })
                .map(Recorded::revision)
                .findFirst()
                .orElse(null);
    }

    private static List<Long> revisions(List<Recorded> events) {
        return events.stream().map(Recorded::revision).toList();
    }
}
