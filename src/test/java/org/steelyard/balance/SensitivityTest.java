package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;
import org.steelyard.balance.Sensitivity.Without;

/** How firm a lead is: docs/scoring.md section 7. */
class SensitivityTest {
    private static final double TIE = 1e-9;

    /** h1 leads h2 by 9 dB, of which e1 gives 9, e2 gives 3 and e3 takes 3. */
    private static Draft lead() {
        return Draft.of("h1", "h2")
                .item("e1")
                .item("e2")
                .item("e3")
                .row("ada", "e1", Rating.C, Rating.I)
                .row("ada", "e2", Rating.C, Rating.N)
                .row("ben", "e3", Rating.N, Rating.C);
    }

    @Test
    void the_lead_rests_on_the_fewest_items_without_which_it_is_gone() {
        var firmness = Sensitivity.of(lead().situation()).weightOfEvidence();

        assertThat(firmness.linchpins())
                .containsExactly(new Linchpins(
                        "h2",
                        9,
                        List.of(new Part("e1", 9)),
                        List.of(new Part("e2", 3), new Part("e3", -3)),
                        new Lead(new Leader(null, Withheld.TIE), 0.0)));
        assertThat(firmness.over("h2")).isEqualTo(firmness.linchpins().getFirst());
        assertThat(firmness.over("h1")).isNull();
        assertThat(firmness.robustness()).isEqualTo(1);
    }

    @Test
    void without_an_item_its_source_its_origin_or_the_analyst_who_rated_it_another_may_lead() {
        var without = Sensitivity.of(lead().situation()).leaveOneOut();

        assertThat(without)
                .extracting(
                        Without::kind,
                        Without::key,
                        w -> w.weightOfEvidence().leader().key())
                .containsExactly(
                        tuple(Kind.ITEM, "e1", null),
                        tuple(Kind.ITEM, "e2", "h1"),
                        tuple(Kind.ITEM, "e3", "h1"),
                        tuple(Kind.ORIGIN, "origin of e1", null),
                        tuple(Kind.ORIGIN, "origin of e2", "h1"),
                        tuple(Kind.ORIGIN, "origin of e3", "h1"),
                        tuple(Kind.SOURCE, "source of e1", null),
                        tuple(Kind.SOURCE, "source of e2", "h1"),
                        tuple(Kind.SOURCE, "source of e3", "h1"),
                        tuple(Kind.ANALYST, "ada", "h2"),
                        tuple(Kind.ANALYST, "ben", "h1"));
        assertThat(without.getFirst().weightOfEvidence()).isEqualTo(new Lead(new Leader(null, Withheld.TIE), 0.0));
        assertThat(without).extracting(w -> w.weightOfEvidence().ahead()).contains(6.0, 12.0, 3.0);
    }

    @Test
    void discounts_stay_as_they_are_when_the_strongest_voice_falls() {
        var draft = Draft.of("h1", "h2")
                .item("e1", "one voice", Reliability.C, 3, Relevance.M)
                .item("e2", "one voice", Reliability.C, 3, Relevance.M)
                .item("e3")
                .row("ada", "e1", Rating.C, Rating.N)
                .row("ada", "e2", Rating.C, Rating.N)
                .row("ada", "e3", Rating.N, Rating.C)
                .rho(1);
        var echo = draft.item("e4").row("ada", "e4", Rating.C, Rating.N).situation();

        var without = Sensitivity.of(echo).leaveOneOut().getFirst();

        assertThat(without.key()).isEqualTo("e1");
        assertThat(without.weightOfEvidence().leader()).isEqualTo(new Leader(null, Withheld.TIE));
    }

    @Test
    void where_no_leader_is_named_none_is_tested() {
        var unrated = Draft.of("h1", "h2").item("e1").situation();

        var sensitivity = Sensitivity.of(unrated);

        assertThat(sensitivity.weightOfEvidence()).isEqualTo(new Firmness(List.of(), null));
        assertThat(sensitivity.inconsistency()).isEqualTo(new Firmness(List.of(), null));
        assertThat(sensitivity.leaveOneOut())
                .allSatisfy(without -> assertThat(without.inconsistency())
                        .isEqualTo(new Lead(new Leader(null, Withheld.COVERAGE), null)));
    }

    @Test
    void a_lone_interpretation_leads_nobody() {
        var lone = Draft.of("h1").item("e1").row("ada", "e1", Rating.C).situation();

        var sensitivity = Sensitivity.of(lone);

        assertThat(sensitivity.weightOfEvidence()).isEqualTo(new Firmness(List.of(), null));
        assertThat(sensitivity.leaveOneOut().getFirst().weightOfEvidence())
                .isEqualTo(new Lead(new Leader("h1", null), null));
    }

    @Test
    void without_the_linchpins_against_one_a_third_may_lead() {
        var third = Draft.of("h1", "h2", "h3")
                .item("e1")
                .item("e2")
                .row("ada", "e1", Rating.CC, Rating.N, Rating.N)
                .row("ada", "e2", Rating.N, Rating.N, Rating.C)
                .situation();

        var overSecond = Sensitivity.of(third).weightOfEvidence().linchpins().getFirst();

        assertThat(overSecond.against()).isEqualTo("h2");
        assertThat(overSecond.items()).containsExactly(new Part("e1", 6));
        assertThat(overSecond.then()).isEqualTo(new Lead(new Leader("h3", null), 3.0));
    }

    @Test
    void no_smaller_set_than_the_linchpins_ends_the_lead_and_they_do() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            var balance = Balance.of(situation);
            var naive = new NaiveEvidence(situation);
            var sensitivity = Sensitivity.of(situation);
            assertMinimal(
                    sensitivity.weightOfEvidence(), balance.leaders().weightOfEvidence(), naive, naive::decibansOf);
            assertMinimal(sensitivity.inconsistency(), balance.leaders().inconsistency(), naive, naive::pointsOf);
        });
    }

    private static void assertMinimal(
            Firmness firmness, Leader leader, NaiveEvidence naive, ToDoubleBiFunction<String, String> part) {
        String first = leader.key();
        if (first == null) {
            assertThat(firmness).isEqualTo(new Firmness(List.of(), null));
            return;
        }
        assertThat(firmness.linchpins().stream().map(Linchpins::against))
                .containsExactlyElementsOf(
                        naive.hs.stream().filter(h -> !h.equals(first)).toList());
        for (Linchpins linchpins : firmness.linchpins()) {
            var items = List.copyOf(naive.es.keySet());
            double[] parts = items.stream()
                    .mapToDouble(e -> part.applyAsDouble(e, first) - part.applyAsDouble(e, linchpins.against()))
                    .toArray();
            assertThat(linchpins.items()).hasSize(fewest(parts));
            double taken = linchpins.items().stream()
                    .mapToDouble(p -> parts[items.indexOf(p.item())])
                    .sum();
            assertThat(linchpins.lead() - taken).isLessThanOrEqualTo(TIE + 1e-12);
            assertAddUp(linchpins, items, parts);
        }
        assertThat(firmness.robustness())
                .isEqualTo(firmness.linchpins().stream()
                        .map(l -> l.items().size())
                        .min(Integer::compare)
                        .orElse(null));
    }

    /** Set and rest are all items, each with its part, heaviest first, and add up to the lead. */
    private static void assertAddUp(Linchpins linchpins, List<String> items, double[] parts) {
        var all = Stream.concat(linchpins.items().stream(), linchpins.rest().stream())
                .toList();
        assertThat(all.stream().map(Part::item)).containsExactlyInAnyOrderElementsOf(items);
        assertThat(all)
                .allSatisfy(part ->
                        assertThat(part.contribution()).isCloseTo(parts[items.indexOf(part.item())], within(TIE)));
        assertThat(all).isSortedAccordingTo((one, other) -> Double.compare(other.contribution(), one.contribution()));
        assertThat(all.stream().mapToDouble(Part::contribution).sum()).isCloseTo(linchpins.lead(), within(TIE));
    }

    /** Size of the smallest of all subsets whose removal ends the lead. */
    private static int fewest(double[] parts) {
        double lead =
                IntStream.range(0, parts.length).mapToDouble(i -> parts[i]).sum();
        int fewest = Integer.MAX_VALUE;
        for (int subset = 0; subset < 1 << parts.length; subset++) {
            int size = Integer.bitCount(subset);
            if (size < fewest && lead - sum(parts, subset) <= TIE) {
                fewest = size;
            }
        }
        return fewest;
    }

    private static double sum(double[] parts, int subset) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += (subset >> i & 1) * parts[i];
        }
        return sum;
    }

    @Test
    void an_analyst_who_rated_nothing_changes_nothing_by_leaving() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            draft.analysts.add("zoe");
            var situation = draft.situation();
            var leaders = Balance.of(situation).leaders();
            var zoe = Sensitivity.of(situation).leaveOneOut().getLast();
            assertThat(zoe.key()).isEqualTo("zoe");
            assertThat(zoe.weightOfEvidence().leader()).isEqualTo(leaders.weightOfEvidence());
            assertThat(zoe.inconsistency().leader()).isEqualTo(leaders.inconsistency());
        });
    }
}
