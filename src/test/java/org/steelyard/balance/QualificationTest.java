package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.steelyard.balance.Rating.C;
import static org.steelyard.balance.Rating.CC;
import static org.steelyard.balance.Rating.I;
import static org.steelyard.balance.Rating.II;
import static org.steelyard.balance.Rating.N;
import static org.steelyard.balance.Rating.NA;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Band;
import org.steelyard.balance.Balance.Disagreement;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.balance.Situation.Effect;

/** Disagreement and staleness: docs/scoring.md section 6. */
class QualificationTest {
    @Test
    void a_probability_is_said_in_the_words_of_its_scale() {
        assertThat(Likelihood.of(0.03).word()).isEqualTo("almost no chance");
        assertThat(Likelihood.of(0.5).word()).isEqualTo("roughly even");
        assertThat(Likelihood.of(0.97).word()).isEqualTo("almost certain");
        assertThat(Likelihood.SCALE).isEqualTo("icd-203");
    }

    @Test
    void disagreement_is_the_standard_deviation_of_a_cells_ratings_in_bands() {
        assertThat(disagreement(C, C)).isEqualTo(new Disagreement(0, Band.CONSENSUS));
        assertThat(disagreement(C, N)).isEqualTo(new Disagreement(0.5, Band.MILD));
        assertThat(disagreement(C, I)).isEqualTo(new Disagreement(1, Band.MILD));
        assertThat(disagreement(CC, I)).isEqualTo(new Disagreement(1.5, Band.LARGE));
        assertThat(disagreement(CC, II)).isEqualTo(new Disagreement(2, Band.EXTREME));
        assertThat(disagreement(CC, CC, I, II).deviation()).isEqualTo(Math.sqrt(13 / 4.0 - 1 / 16.0));
    }

    @Test
    void bands_reach_up_to_their_bound() {
        assertThat(Band.of(0.25)).isEqualTo(Band.CONSENSUS);
        assertThat(Band.of(0.26)).isEqualTo(Band.MILD);
        assertThat(Band.of(1.01)).isEqualTo(Band.LARGE);
        assertThat(Band.of(1.74)).isEqualTo(Band.LARGE);
        assertThat(Band.of(1.75)).isEqualTo(Band.EXTREME);
        assertThat(List.of(Band.values()))
                .extracting(Band::word)
                .containsExactly("consensus", "mild", "large", "extreme");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Band.of(Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void only_cells_that_two_rated_with_anything_but_NA_can_show_disagreement() {
        var line = Draft.of("h1", "h2", "h3")
                .item("e1")
                .row("ada", "e1", C, C, C)
                .row("ben", "e1", NA, CC, N)
                .row("cyd", "e1", NA, NA, N)
                .balance()
                .evidence()
                .getFirst();

        assertThat(line.disagreement().keySet()).containsExactly("h2", "h3");
    }

    @Test
    void what_unsettles_an_item_that_was_in_force_makes_a_judgment_stale() {
        assertThat(stale(11, "e1", Effect.UNSETTLES_ITEM)).containsExactly(new Stale(11, "a change", "e1", false));
        assertThat(stale(11, "e2", Effect.UNSETTLES_ITEM)).containsExactly(new Stale(11, "a change", "e2", true));
        assertThat(stale(11, "e9", Effect.UNSETTLES_ITEM)).isEmpty();
    }

    @Test
    void an_event_up_to_the_judgment_makes_nothing_stale() {
        assertThat(stale(9, "e1", Effect.UNSETTLES_ITEM)).isEmpty();
        assertThat(stale(10, "e1", Effect.UNSETTLES_ITEM)).isEmpty();
    }

    @Test
    void a_source_regraded_makes_judgments_on_its_items_stale() {
        assertThat(stale(11, "source of e1", Effect.REGRADES_SOURCE))
                .containsExactly(new Stale(11, "a change", "source of e1", false));
        assertThat(stale(11, "source of e2", Effect.REGRADES_SOURCE))
                .containsExactly(new Stale(11, "a change", "source of e2", true));
        assertThat(stale(11, "source of e9", Effect.REGRADES_SOURCE)).isEmpty();
    }

    @Test
    void an_interpretation_reworded_makes_a_judgment_stale() {
        assertThat(stale(11, "h1", Effect.REWORDS_INTERPRETATION))
                .containsExactly(new Stale(11, "a change", "h1", false));
        assertThat(stale(11, "h9", Effect.REWORDS_INTERPRETATION)).isEmpty();
    }

    @Test
    void a_new_item_makes_a_judgment_stale_where_it_is_telling_enough() {
        assertThat(staleByNew(6 - 2e-9)).hasSize(1);
        assertThat(staleByNew(6 - 5e-10)).isEmpty();
        assertThat(staleByNew(6)).isEmpty();
    }

    @Test
    void a_new_item_that_is_no_longer_there_or_says_nothing_makes_nothing_stale() {
        assertThat(stale(11, "e9", Effect.ADDS_ITEM)).isEmpty();
        assertThat(stale(11, "e1", Effect.ADDS_ITEM)).isEmpty();
    }

    @Test
    void stale_events_are_listed_by_revision_for_incomplete_judgments_too() {
        var line = Draft.of("h1", "h2")
                .item("e1")
                .judge("ada", Confidence.LOW, Map.of("h1", 1.0), Set.of())
                .change(13, "third", "e1", Effect.UNSETTLES_ITEM)
                .change(11, "first", "e1", Effect.UNSETTLES_ITEM)
                .change(12, "second", "h1", Effect.REWORDS_INTERPRETATION)
                .balance()
                .analysts()
                .getFirst();

        assertThat(line.incomplete()).isTrue();
        assertThat(line.stale()).extracting(Stale::kind).containsExactly("first", "second", "third");
    }

    @Test
    void everyone_who_rated_or_judged_is_listed_by_name() {
        var draft = Draft.of("h1").item("e1").rate("ben", "e1", "h1", C).judge("ada", Confidence.LOW, 1);
        draft.analysts.add("zoe");

        assertThat(draft.balance().analysts())
                .extracting(Balance.AnalystLine::user)
                .containsExactly("ada", "ben", "zoe");
        assertThat(draft.balance().analysts().getLast())
                .isEqualTo(new Balance.AnalystLine("zoe", null, null, List.of(), false));
    }

    private static Disagreement disagreement(Rating... ratings) {
        var draft = Draft.of("h1").item("e1");
        for (int i = 0; i < ratings.length; i++) {
            draft.rate("analyst " + i, "e1", "h1", ratings[i]);
        }
        return Objects.requireNonNull(
                draft.balance().evidence().getFirst().disagreement().get("h1"));
    }

    /** What makes a judgment of revision 10, on items e1 and e2 and resting on e2, stale. */
    private static List<Stale> stale(long revision, String subject, Effect effect) {
        return Draft.of("h1", "h2")
                .item("e1")
                .item("e2")
                .judge("ada", Confidence.LOW, Map.of("h1", 0.5, "h2", 0.5), Set.of("e2"))
                .change(revision, "a change", subject, effect)
                .balance()
                .analysts()
                .getFirst()
                .stale();
    }

    /** The same with a third item of 6 dB, recorded after it. */
    private static List<Stale> staleByNew(double staleAbove) {
        return Draft.of("h1", "h2")
                .policy(new Policy(0.5, 1, 0.001, 0.6, staleAbove))
                .judge("ada", Confidence.LOW, 0.5, 0.5)
                .item("e3")
                .row("ada", "e3", CC, N)
                .change(11, "evidence-recorded", "e3", Effect.ADDS_ITEM)
                .balance()
                .analysts()
                .getFirst()
                .stale();
    }
}
