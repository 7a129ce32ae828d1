package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Situation.Judgment;

/** What docs/scoring.md section 10 says of any situation. */
class BalancePropertiesTest {
    @Test
    void the_order_of_reading_changes_not_one_bit() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var balance = draft.balance();
            assertThat(Balance.of(draft.shuffled(random))).isEqualTo(balance).hasToString(balance.toString());
        });
    }

    @Test
    void who_says_it_changes_no_reading() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            Map<String, String> names = Map.of("ada", "zoe", "ben", "ada", "cyd", "ben", "dov", "yan", "eve", "cyd");
            var renamed = Balance.of(renamed(situation, names));
            var balance = Balance.of(situation);
            Comparison.assertSameReadings(renamed, balance);
            assertThat(renamed.leaders()).isEqualTo(balance.leaders());
            assertThat(renamed.confidence()).isEqualTo(balance.confidence());
        });
    }

    @Test
    void weighing_changes_nothing_that_it_reads_and_twice_gives_the_same() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            var before = situation.toString();
            var balance = Balance.of(situation);
            assertThat(situation).hasToString(before);
            assertThat(Balance.of(situation)).isEqualTo(balance);
        });
    }

    @Test
    void a_balance_cannot_be_changed() {
        var balance = Draft.of("h1", "h2")
                .item("e1", "one", Reliability.C, 3, Relevance.M)
                .item("e2", "one", Reliability.C, 3, Relevance.M)
                .row("ada", "e1", Rating.C, Rating.C)
                .row("ben", "e1", Rating.C, Rating.C)
                .row("ada", "e2", Rating.C, Rating.N)
                .judge("ada", Confidence.LOW, 0.5, 0.5)
                .balance();
        for (var line : balance.evidence()) {
            assertUnmodifiable(() -> line.echo().put("h1", 2.0));
            assertUnmodifiable(() -> line.disagreement().clear());
        }
        assertUnmodifiable(() -> balance.interpretations().clear());
        assertUnmodifiable(() -> balance.evidence().clear());
        assertUnmodifiable(() -> balance.analysts().clear());
        assertUnmodifiable(() -> balance.analysts().getFirst().stale().clear());
        var judged = Objects.requireNonNull(balance.analysts().getFirst().judged());
        assertUnmodifiable(() -> judged.put("h1", 1.0));
    }

    private static void assertUnmodifiable(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }

    @Test
    void an_analyst_who_rates_nothing_changes_no_reading_and_no_leader() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var before = draft.balance();
            draft.analysts.add("idle");
            var after = draft.balance();
            Comparison.assertSameReadings(after, before);
            assertThat(after.leaders()).isEqualTo(before.leaders());
            assertThat(after.evidence()).isEqualTo(before.evidence());
        });
    }

    @Test
    void rows_of_N_and_NA_add_nothing() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var before = draft.balance();
            draft.item(RandomDrafts.anyItem(random, "e0"));
            for (String h : draft.interpretations) {
                draft.rate("ada", "e0", h, RandomDrafts.oneOf(random, Rating.N, Rating.NA));
                draft.rate("ben", "e0", h, RandomDrafts.oneOf(random, Rating.N, Rating.NA));
            }
            Comparison.assertSameReadings(draft.balance(), before);
        });
    }

    @Test
    void a_uniform_row_has_diagnosticity_0_whatever_it_says() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random, 2 + random.nextInt(4));
            var item = RandomDrafts.anyItem(random, "e0");
            draft.item(item.key(), "nobody else", item.reliability(), item.credibility(), item.relevance());
            for (String analyst : List.of("ada", "ben", "cyd")) {
                var rating = RandomDrafts.oneOf(random, Rating.CC, Rating.C, Rating.N, Rating.I, Rating.II);
                draft.interpretations.forEach(h -> draft.rate(analyst, "e0", h, rating));
            }
            assertThat(draft.balance().evidence().getFirst().diagnosticity()).isZero();
        });
    }

    @Test
    void a_row_that_says_the_same_of_each_and_echoes_alike_in_each_has_diagnosticity_0() {
        Seeds.each(random -> {
            var draft = Draft.of("h1", "h2", "h3").rho(random.nextDouble());
            for (int e = 1; e <= 5; e++) {
                draft.item(RandomDrafts.anyItem(random, "e" + e));
                var rating = RandomDrafts.oneOf(random, Rating.values());
                draft.row("ada", "e" + e, rating, rating, rating);
            }
            assertThat(draft.balance().evidence())
                    .allSatisfy(line -> assertThat(line.diagnosticity()).isIn(0.0, null));
        });
    }

    @Test
    void one_more_item_for_an_interpretation_never_weakens_it_and_one_against_never_strengthens_it() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random, 1 + random.nextInt(4));
            double before = weightOfEvidence(draft);
            draft.item(RandomDrafts.anyItem(random, RandomDrafts.oneOf(random, "e0", "e99")));
            String key = draft.items.containsKey("e0") ? "e0" : "e99";
            boolean supports = random.nextBoolean();
            for (String analyst : List.of("ada", "ben").subList(0, 1 + random.nextInt(2))) {
                draft.rate(
                        analyst,
                        key,
                        "h1",
                        supports
                                ? RandomDrafts.oneOf(random, Rating.C, Rating.CC)
                                : RandomDrafts.oneOf(random, Rating.I, Rating.II));
            }
            double after = weightOfEvidence(draft);
            if (supports) {
                assertThat(after).isGreaterThanOrEqualTo(before - 1e-9);
            } else {
                assertThat(after).isLessThanOrEqualTo(before + 1e-9);
            }
        });
    }

    @Test
    void n_equal_echoes_count_n_to_the_power_of_1_minus_rho_together() {
        Seeds.each(random -> {
            int n = 1 + random.nextInt(12);
            double rho = RandomDrafts.oneOf(random, 0.0, 0.5, 1.0, random.nextDouble());
            var grades = RandomDrafts.anyItem(random, "any");
            var rating = RandomDrafts.oneOf(random, Rating.CC, Rating.C, Rating.I, Rating.II);
            var draft = Draft.of("h1").rho(rho);
            for (int e = 1; e <= n; e++) {
                draft.item("e" + e, "one", grades.reliability(), grades.credibility(), grades.relevance());
                draft.rate("ada", "e" + e, "h1", rating);
            }
            double one = Grade.of(grades).weight() * rating.decibans();
            assertThat(weightOfEvidence(draft)).isCloseTo(one * Math.pow(n, 1 - rho), within(1e-9));
        });
    }

    @Test
    void coherent_and_pooled_vectors_sum_to_1_and_stay_in_0_to_1() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random, 1 + random.nextInt(6));
            draft.relation = Relation.EXCLUSIVE;
            var judged = draft.balance().interpretations().stream()
                    .map(Balance.Reading::judged)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (judged.length > 0) {
                assertIsProbabilityVector(judged);
            }
            assertIsProbabilityVector(Simplex.project(raw(random)));
        });
    }

    private static void assertIsProbabilityVector(double[] vector) {
        assertThat(Arrays.stream(vector).boxed()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
        assertThat(Arrays.stream(vector).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void no_other_probability_vector_is_nearer_than_the_coherent_one() {
        Seeds.each(random -> {
            double[] raw = raw(random);
            double[] other = Simplex.floored(raw(random, raw.length), 0.01);
            assertThat(distance(raw, Simplex.project(raw))).isLessThanOrEqualTo(distance(raw, other) + 1e-12);
        });
    }

    @Test
    void pooling_identical_vectors_returns_the_floored_vector() {
        Seeds.each(random -> {
            double[] raw = raw(random);
            var draft = new Draft().policy(new Policy(0.5, 1, random.nextDouble(0.05), 0.6, 6));
            for (int h = 0; h < raw.length; h++) {
                draft.interpretations.add("h" + (char) ('a' + h));
            }
            for (int analyst = random.nextInt(7); analyst >= 0; analyst--) {
                draft.judge("analyst " + analyst, Confidence.LOW, raw);
            }
            double[] judged = draft.balance().interpretations().stream()
                    .mapToDouble(reading -> Objects.requireNonNull(reading.judged()))
                    .toArray();
            double[] floored = Simplex.floored(Simplex.project(raw), draft.policy.floor());
            assertThat(judged).containsExactly(floored, within(1e-9));
        });
    }

    private static double[] raw(Random random) {
        return raw(random, 1 + random.nextInt(20));
    }

    private static double[] raw(Random random, int length) {
        var raw = new double[length];
        for (int i = 0; i < length; i++) {
            raw[i] = RandomDrafts.oneOf(random, 0.0, 1.0, 1e-300, random.nextDouble(), random.nextDouble() / 10);
        }
        return raw;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    private static double weightOfEvidence(Draft draft) {
        return Objects.requireNonNull(draft.balance().reading("h1")).weightOfEvidence();
    }

    private static Situation renamed(Situation s, Map<String, String> names) {
        var cells = s.cells().stream()
                .map(cell -> new Situation.Cell(cell.item(), cell.interpretation(), renamed(cell.ratings(), names)))
                .toList();
        var judgments = s.judgments().stream()
                .map(j -> new Judgment(
                        name(j.analyst(), names),
                        j.revision(),
                        j.probabilities(),
                        j.confidence(),
                        j.restsOn(),
                        j.itemsThen(),
                        j.interpretationsThen()))
                .toList();
        Set<String> analysts = new TreeSet<>();
        s.analysts().forEach(analyst -> analysts.add(name(analyst, names)));
        return new Situation(
                s.relation(), s.policy(), s.interpretations(), s.items(), cells, judgments, analysts, s.changes());
    }

    private static Map<String, Rating> renamed(Map<String, Rating> ratings, Map<String, String> names) {
        Map<String, Rating> renamed = new HashMap<>();
        ratings.forEach((analyst, rating) -> renamed.put(name(analyst, names), rating));
        return renamed;
    }

    private static String name(String analyst, Map<String, String> names) {
        return Objects.requireNonNull(names.get(analyst));
    }
}
