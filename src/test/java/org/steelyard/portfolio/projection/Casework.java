package org.steelyard.portfolio.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.*;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Submission;
import org.steelyard.assessment.Writing;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Reliability;

/** Analysts at work on many assessments of one node, and what the projections make of it. */
final class Casework {
    private static final List<Rating> RATINGS = List.of(Rating.CC, Rating.C, Rating.N, Rating.I, Rating.II);
    private static final List<Reliability> RELIABILITIES = List.of(Reliability.A, Reliability.B, Reliability.F);

    private final Node node;
    private final Assessments assessments;

    Casework(Node node) {
        this.node = node;
        this.assessments = node.get(Assessments.class);
    }

    /** Opens assessments {@code PREFIX0}, {@code PREFIX1}..., each with fewer than so many events after the first seven. */
    void open(String prefix, int many, int steps) {
        var random = new Random(7);
        for (int i = 0; i < many; i++) {
            open(prefix + i);
            for (int step = random.nextInt(steps); step > 0; step--) {
                goOn(prefix + i, random);
            }
        }
    }

    void open(String key) {
        Writing.open(assessments, key);
        record(key, new ProposeInterpretation("a", "It will", null, null));
        record(key, new ProposeInterpretation("b", "It will not", null, null));
        record(key, new RecordSource("s", "Envoy", "HUMINT", Reliability.B, null));
        record(key, evidence());
        record(key, new RequestReview(5, List.of("rae"), null));
        record(key, new GiveReview(5, Verdict.APPROVED, "Sound", "00", KnownBy.TOKEN), "rae");
    }

    private static RecordEvidence evidence() {
        return new RecordEvidence(
                "e",
                "Seen at the border",
                "s",
                2,
                org.steelyard.balance.Relevance.H,
                org.steelyard.assessment.AssessmentEvent.EvidenceKind.REPORT,
                null,
                null,
                null,
                null,
                null);
    }

    /** Records one more event, of any of some kinds that move the balance or what stands. */
    void goOn(String key, Random random) {
        String either = random.nextBoolean() ? "a" : "b";
        var probabilities = random.nextBoolean() ? Map.of("a", 0.7, "b", 0.3) : Map.of("a", 0.2, "b", 0.8);
        record(
                key,
                switch (random.nextInt(5)) {
                    case 0 -> new RateEvidence("e", either, any(random, RATINGS), null);
                    case 1 -> new RecordJudgment(probabilities, Confidence.LOW, "Said so", List.of("e"), List.of());
                    case 2 -> new CorrectSource("s", null, null, any(random, RELIABILITIES), null, Set.of());
                    case 3 -> new RecordIndicator(null, "Trains", either, LocalDate.parse("2031-01-01"));
                    default -> new MakeComment("Hm, @an2: " + random.nextInt(), null, null);
                });
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void record(String key, AssessmentCommand command) {
        record(key, command, "an1");
    }

    private void record(String key, AssessmentCommand command, String author) {
        assessments.record(key, List.of(Submission.of(command, author).because("because")), null);
    }

    /** Waits until every projection serves, nothing is being built, and all that can be followed is. */
    void awaitCaughtUp() {
        Awaiting.until(
                "all is followed",
                () -> node.get(ProgressReport.class).all().stream()
                        .allMatch(progress -> progress.state() == Progress.State.SERVING && progress.lag() == 0));
    }

    void awaitServing(String name) {
        Awaiting.until(name + " is built", () -> progress(name).state() == Progress.State.SERVING);
    }

    Progress progress(String name) {
        return node.get(ProgressReport.class).all().stream()
                .filter(progress -> progress.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int serving(String name) {
        return node.get(Projections.class).serving(name).orElse(0);
    }

    /** Builds every projection anew, and waits until all new ones serve. */
    void rebuildAll() {
        for (Projection projection : node.all(Projection.class)) {
            Awaiting.until("it can begin", () -> node.get(Projections.class).rebuild(projection.name()));
        }
        node.all(Projection.class).forEach(projection -> awaitServing(projection.name()));
    }

    /** The rows that serve, of every projection. */
    Map<String, List<Map<String, Object>>> rows() {
        var rows = new java.util.TreeMap<String, List<Map<String, Object>>>();
        for (Projection projection : node.all(Projection.class)) {
            rows.put(
                    projection.name(),
                    RowsTest.rows(node.get(JdbcTemplate.class), projection, serving(projection.name())));
        }
        return rows;
    }
}
