package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published examples, read from their files. */
class GoldenTest {
    private static final String HEUER = "ach_heuer_iraq_1993.json";
    private static final String PARC = "ach_parc_weights.json";
    private static final List<Likelihood> WORDS = List.of(Likelihood.values());

    @Test
    void Heuers_matrix_counts_inconsistency_as_he_did() {
        var balance = heuer().balance();

        var expected = golden(HEUER).at("/expected/burton_inconsistency");
        assertThat(balance.interpretations())
                .extracting(Reading::key, Reading::inconsistency)
                .containsExactlyInAnyOrderElementsOf(tuples(expected));
        assertThat(balance.interpretations())
                .allSatisfy(
                        reading -> assertThat(reading.weightedInconsistency()).isEqualTo(reading.inconsistency()));
        assertThat(balance.leaders().inconsistency().key()).isEqualTo("H2");
        assertThat(balance.leaders().weightOfEvidence().key()).isEqualTo("H2");
    }

    @Test
    void Heuers_matrix_in_decibans_puts_his_hypotheses_in_the_same_order() {
        var balance = heuer().balance();

        assertThat(balance.interpretations())
                .extracting(Reading::weightOfEvidence)
                .containsExactly(3.0 + 3 + 3 - 6 - 6 - 12, 18.0, 3.0 - 6 - 6 + 3 + 3 + 3);
        assertThat(balance.interpretations()).extracting(Reading::behindLeader).containsExactly(33.0, 0.0, 18.0);
    }

    @Test
    void Heuers_matrix_without_one_item_keeps_the_published_scores() {
        golden(HEUER).at("/expected/leave_one_out_burton").forEachEntry((item, expected) -> {
            var draft = heuer();
            draft.items.remove(item);
            var balance = draft.balance();
            assertThat(balance.interpretations())
                    .as("without %s", item)
                    .extracting(Reading::key, Reading::inconsistency)
                    .containsExactlyInAnyOrderElementsOf(tuples(expected.get("scores")));
            assertThat(balance.leaders().inconsistency().key())
                    .isEqualTo(expected.get("order").get(0).stringValue());
        });
    }

    @Test
    void Heuers_first_item_has_no_diagnostic_value_and_his_sixth_the_most() {
        var items = heuer().balance().evidenceByKey();

        assertThat(diagnosticity(items, "E1")).isZero();
        assertThat(diagnosticity(items, "E2")).isEqualTo(9);
        assertThat(diagnosticity(items, "E6")).isEqualTo(15);
    }

    @Test
    void weights_after_PARC_are_the_published_products() {
        var published = golden(PARC).get("weight_products");
        for (Grades credibility : Grades.values()) {
            for (Relevance relevance : Relevance.values()) {
                var item = graded("e", credibility, relevance);
                assertThat(Grade.of(item).weight())
                        .isCloseTo(published.get(credibility.name() + relevance).doubleValue(), within(1e-15));
            }
        }
    }

    @Test
    void low_by_low_is_exactly_one_half_and_high_by_high_exactly_two() {
        assertThat(Grade.of(graded("e", Grades.L, Relevance.L)).weight()).isEqualTo(0.5);
        assertThat(Grade.of(graded("e", Grades.H, Relevance.H)).weight()).isEqualTo(2);
    }

    @Test
    void Heuers_matrix_with_the_example_grades_gives_the_published_weighted_inconsistency() {
        var example = golden(PARC).get("computed_example");
        var draft = heuer();
        example.get("grades").forEachEntry((key, grades) -> {
            var credibility = Grades.valueOf(grades.get("credibility").stringValue());
            var relevance = Relevance.valueOf(grades.get("relevance").stringValue());
            draft.item(graded(key, credibility, relevance));
        });

        for (Reading reading : draft.balance().interpretations()) {
            double published = example.at("/expected_weighted_inconsistency/" + reading.key())
                    .doubleValue();
            assertThat(reading.weightedInconsistency()).isCloseTo(-published, within(1e-12));
        }
    }

    @Test
    void incoherent_judgments_are_moved_to_the_nearest_coherent_ones() {
        for (JsonNode example : golden("coherentization_examples.json").get("cases")) {
            double[] raw = numbers(example.get("input"));
            double[] coherent = Simplex.project(raw);
            assertThat(coherent).containsExactly(numbers(example.get("coherent")), within(1e-15));
            double moved = 0;
            for (int i = 0; i < raw.length; i++) {
                moved += (raw[i] - coherent[i]) * (raw[i] - coherent[i]);
            }
            assertThat(Math.sqrt(moved)).isCloseTo(example.get("incoherence").doubleValue(), within(1e-15));
        }
    }

    @Test
    void words_for_probabilities_have_the_published_bands() {
        var bands = golden("probability_scales.json").at("/icd203/bands");
        assertThat(bands.size()).isEqualTo(WORDS.size());
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var likelihood = WORDS.get(i);
            double middle = (band.get("lo").intValue() + band.get("hi").intValue()) / 200.0;
            assertThat(Likelihood.of(middle)).isEqualTo(likelihood);
            assertThat(likelihood.middle()).isCloseTo(100 * middle, within(1e-12));
            assertThat(band.get("terms").get(0).stringValue()).startsWith(likelihood.word());
        }
    }

    @Test
    void a_bound_between_two_words_belongs_to_the_one_farther_from_even() {
        var bands = golden("probability_scales.json").at("/icd203/bands");
        for (int i = 1; i < bands.size(); i++) {
            double bound = bands.get(i).get("lo").intValue() / 100.0;
            var below = WORDS.get(i - 1);
            var above = WORDS.get(i);
            Likelihood farther = bound < 0.45 ? below : bound > 0.55 ? above : Likelihood.ROUGHLY_EVEN;
            assertThat(Likelihood.of(bound)).as("%s", bound).isEqualTo(farther);
            assertThat(Likelihood.of(bound - 5e-10)).isEqualTo(farther);
            assertThat(Likelihood.of(bound + 5e-10)).isEqualTo(farther);
            assertThat(Likelihood.of(bound - 2e-9)).isEqualTo(below);
            assertThat(Likelihood.of(bound + 2e-9)).isEqualTo(above);
        }
    }

    @Test
    void beyond_the_published_scale_the_outer_words_go_on() {
        assertThat(Likelihood.of(0)).isEqualTo(Likelihood.ALMOST_NO_CHANCE);
        assertThat(Likelihood.of(0.004)).isEqualTo(Likelihood.ALMOST_NO_CHANCE);
        assertThat(Likelihood.of(0.996)).isEqualTo(Likelihood.ALMOST_CERTAIN);
        assertThat(Likelihood.of(1)).isEqualTo(Likelihood.ALMOST_CERTAIN);
    }

    @Test
    void what_cannot_be_judged_has_no_category_and_every_other_grade_has_its_own() {
        var categories = new ArrayList<String>();
        for (JsonNode grade : golden("admiralty.json").get("reliability")) {
            String code = grade.get("code").stringValue();
            categories.add(code + " " + Category.of(Reliability.valueOf(code)));
        }
        for (JsonNode grade : golden("admiralty.json").get("credibility")) {
            String code = grade.get("code").stringValue();
            categories.add(code + " " + Category.of(Integer.parseInt(code)));
        }
        assertThat(categories)
                .containsExactly(
                        "A HIGH",
                        "B HIGH",
                        "C MEDIUM",
                        "D LOW",
                        "E LOW",
                        "F null",
                        "1 HIGH",
                        "2 HIGH",
                        "3 MEDIUM",
                        "4 LOW",
                        "5 LOW",
                        "6 null");
    }

    /** Credibility as PARC grades it. */
    private enum Grades {
        L,
        M,
        H
    }

    private static Situation.Item graded(String key, Grades credibility, Relevance relevance) {
        int grade = switch (credibility) {
            case H -> 2;
            case M -> 3;
            case L -> 4;
        };
        return new Situation.Item(key, "s", "origin of " + key, Reliability.F, grade, relevance);
    }

    private static Draft heuer() {
        var draft = Draft.of("H1", "H2", "H3");
        for (JsonNode item : golden(HEUER).get("evidence")) {
            String key = item.get("id").stringValue();
            draft.item(key);
            item.get("ratings")
                    .forEachEntry((h, rating) -> draft.rate("heuer", key, h, Rating.valueOf(rating.stringValue())));
        }
        return draft;
    }

    private static double diagnosticity(Map<String, Balance.ItemLine> items, String key) {
        return Objects.requireNonNull(Objects.requireNonNull(items.get(key)).diagnosticity());
    }

    private static List<Tuple> tuples(JsonNode scores) {
        var tuples = new ArrayList<Tuple>();
        scores.forEachEntry((h, score) -> tuples.add(new Tuple(h, score.doubleValue())));
        return tuples;
    }

    private static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    private static JsonNode golden(String file) {
        try (InputStream stream = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/golden/" + file))) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
