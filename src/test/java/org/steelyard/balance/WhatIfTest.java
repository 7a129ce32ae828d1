package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.balance.Comparison.assertSame;
import static org.steelyard.balance.Comparison.assertSameReadings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.WhatIf.Grades;
import org.steelyard.balance.WhatIf.Rated;

/** What would come of it if some things were otherwise. */
class WhatIfTest {

    private static WhatIf drop(Set<String> items, Set<String> origins, Set<String> sources, Set<String> analysts) {
        return new WhatIf(items, origins, sources, analysts, Map.of(), Map.of(), List.of(), null);
    }

    private static WhatIf rated(String analyst, String item, String interpretation, @Nullable Rating rating) {
        return rated(List.of(new Rated(analyst, item, interpretation, rating)));
    }

    private static WhatIf rated(List<Rated> ratings) {
        return new WhatIf(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), ratings, null);
    }

    /** Two echoes of one voice for h1, and an item of another source for h2. */
    private static Draft echoes() {
        return Draft.of("h1", "h2")
                .item(new Item("e1", "tass", "kremlin", Reliability.C, 3, Relevance.M))
                .item(new Item("e2", "ria", "kremlin", Reliability.C, 3, Relevance.M))
                .item(new Item("e3", "kcna", "kcna", Reliability.C, 3, Relevance.M))
                .row("ada", "e1", Rating.C, Rating.N)
                .row("ada", "e2", Rating.C, Rating.N)
                .row("ben", "e3", Rating.N, Rating.C)
                .rho(1);
    }

    private static double decibans(Situation situation, String interpretation) {
        return Balance.of(situation).interpretations().stream()
                .filter(reading -> reading.key().equals(interpretation))
                .findFirst()
                .orElseThrow()
                .weightOfEvidence();
    }

    @Test
    void if_nothing_is_otherwise_nothing_is() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            assertSame(Balance.of(WhatIf.NOTHING.in(situation)), Balance.of(situation));
        });
    }

    @Test
    void discounts_are_recomputed_so_an_echo_takes_the_place_of_the_voice_that_falls() {
        var situation = echoes().row("ben", "e3", Rating.N, Rating.N).situation();

        var without = drop(Set.of("e1"), Set.of(), Set.of(), Set.of()).in(situation);

        assertThat(decibans(situation, "h1")).isEqualTo(3);
        assertThat(decibans(without, "h1")).isEqualTo(3);
        assertThat(Sensitivity.of(situation).leaveOneOut().getFirst().weightOfEvidence())
                .isEqualTo(new Lead(new Leader(null, Withheld.TIE), 0.0));
    }

    @Test
    void an_origin_a_source_or_an_analyst_falls_with_all_that_came_of_it() {
        var situation = echoes().judge("ben", Confidence.LOW, 0.2, 0.8).situation();

        var noOrigin =
                Balance.of(drop(Set.of(), Set.of("kremlin"), Set.of(), Set.of()).in(situation));
        assertThat(noOrigin.evidenceInForce()).isEqualTo(1);
        var noSource =
                Balance.of(drop(Set.of(), Set.of(), Set.of("tass"), Set.of()).in(situation));
        assertThat(noSource.evidence()).extracting(Balance.ItemLine::key).containsExactly("e2", "e3");
        var noAnalyst =
                Balance.of(drop(Set.of(), Set.of(), Set.of(), Set.of("ben")).in(situation));
        assertThat(noAnalyst.analysts()).extracting(Balance.AnalystLine::user).containsExactly("ada");
        assertThat(noAnalyst.interpretations())
                .allSatisfy(reading -> assertThat(reading.judged()).isNull());
        assertThat(noAnalyst.coverage()).isEqualTo(4 / 6.0);
    }

    @Test
    void grades_of_an_item_and_of_a_source_change_what_it_counts_for() {
        var situation = echoes().situation();
        var regraded = new WhatIf(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of("e3", new Grades(1, Relevance.H)),
                Map.of("kcna", Reliability.A),
                List.of(),
                null);

        assertThat(decibans(regraded.in(situation), "h2")).isEqualTo(2 * 3);
        var relevance = new WhatIf(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of("e3", new Grades(null, Relevance.L)),
                Map.of(),
                List.of(),
                null);
        assertThat(decibans(relevance.in(situation), "h2")).isEqualTo(3 * Math.sqrt(0.5));
    }

    @Test
    void a_rating_may_be_another_or_nobodys_or_that_of_an_analyst_who_is_not_there() {
        var situation = echoes().situation();

        assertThat(decibans(rated("ben", "e3", "h2", Rating.II).in(situation), "h2"))
                .isEqualTo(-12);
        assertThat(decibans(rated("ben", "e3", "h2", null).in(situation), "h2")).isZero();
        var third = rated("nobody", "e3", "h2", Rating.N).in(situation);
        assertThat(decibans(third, "h2")).isEqualTo(1.5);
        assertThat(Balance.of(third).analysts())
                .extracting(Balance.AnalystLine::user)
                .containsExactly("ada", "ben", "nobody");
        assertThat(rated("nobody", "e3", "h2", null).in(situation).analysts()).containsExactlyInAnyOrder("ada", "ben");
        var twice = rated(List.of(new Rated("ben", "e3", "h2", Rating.II), new Rated("ben", "e3", "h2", Rating.CC)));
        assertThat(decibans(twice.in(situation), "h2")).isEqualTo(6);
    }

    @Test
    void an_analyst_who_is_dropped_may_be_given_another_rating_and_that_alone_counts() {
        var again = new WhatIf(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("ada"),
                Map.of(),
                Map.of(),
                List.of(new Rated("ada", "e1", "h1", Rating.CC)),
                null);

        var balance = Balance.of(again.in(echoes().situation()));

        assertThat(decibans(again.in(echoes().situation()), "h1")).isEqualTo(6);
        assertThat(balance.coverage()).isEqualTo(3 / 6.0);
    }

    @Test
    void the_policy_may_be_another() {
        var policy = new Policy(0, 1, 0.001, 0.6, 6);
        var sharper = new WhatIf(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), List.of(), policy);

        assertThat(decibans(sharper.in(echoes().situation()), "h1")).isEqualTo(6);
        assertThat(Balance.of(sharper.in(echoes().situation())).policy()).isEqualTo(policy);
    }

    @Test
    void what_is_not_there_changes_nothing_when_it_falls() {
        var situation = echoes().situation();
        var nothing = new WhatIf(
                Set.of("e9"),
                Set.of("s"),
                Set.of("s"),
                Set.of("zoe"),
                Map.of("e9", new Grades(1, null)),
                Map.of("s", Reliability.A),
                List.of(new Rated("ada", "e9", "h1", Rating.CC), new Rated("ada", "e1", "h9", Rating.CC)),
                null);

        assertSame(Balance.of(nothing.in(situation)), Balance.of(situation));
    }

    @Test
    void a_judgment_is_not_stale_by_an_item_that_was_never_recorded() {
        var draft = echoes().judge("ada", Confidence.LOW, Map.of("h1", 0.5, "h2", 0.5), Set.of("e3"));
        draft.change(11, "evidence-regraded", "e3", Effect.UNSETTLES_ITEM);
        draft.change(12, "source-regraded", "kcna", Effect.REGRADES_SOURCE);

        var stale = Balance.of(draft.situation()).analysts().getFirst().stale();
        assertThat(stale).extracting(Balance.Stale::revision).containsExactly(11L, 12L);
        for (WhatIf whatIf : List.of(
                drop(Set.of("e3"), Set.of(), Set.of(), Set.of()), drop(Set.of(), Set.of(), Set.of("kcna"), Set.of()))) {
            assertThat(Balance.of(whatIf.in(draft.situation()))
                            .analysts()
                            .getFirst()
                            .stale())
                    .isEmpty();
        }
    }

    @Test
    void where_echoes_count_in_full_what_falls_falls_as_if_discounts_were_held() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).rho(0).situation();
            for (var without : Sensitivity.of(situation).leaveOneOut()) {
                if (without.weightOfEvidence().leader().key() != null) {
                    var rest = dropped(without).in(situation);
                    var most = Balance.of(rest).interpretations().stream()
                            .filter(reading -> reading.behindLeader() <= 1e-9)
                            .map(Balance.Reading::key)
                            .toList();
                    assertThat(most)
                            .isEqualTo(
                                    List.of(without.weightOfEvidence().leader().key()));
                }
            }
        });
    }

    private static WhatIf dropped(Sensitivity.Without without) {
        var key = Set.of(without.key());
        return switch (without.kind()) {
            case ITEM -> drop(key, Set.of(), Set.of(), Set.of());
            case ORIGIN -> drop(Set.of(), key, Set.of(), Set.of());
            case SOURCE -> drop(Set.of(), Set.of(), key, Set.of());
            case ANALYST -> drop(Set.of(), Set.of(), Set.of(), key);
        };
    }

    @Test
    void assumed_ratings_read_as_if_they_had_been_given() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var before = draft.situation();
            var assumed = someRatings(random);

            assumed.forEach(rated -> draft.rate(rated.analyst(), rated.item(), rated.interpretation(), Rating.CC));

            assertSameReadings(Balance.of(rated(assumed).in(before)), draft.balance());
        });
    }

    private static List<Rated> someRatings(Random random) {
        return random.ints(random.nextInt(6), 1, 6)
                .mapToObj(i -> new Rated("ada", "e" + i, "h" + (1 + random.nextInt(3)), Rating.CC))
                .collect(Collectors.toList());
    }

    @Test
    void assumed_grades_read_as_if_they_had_been_recorded() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var before = draft.situation();
            var grades = new HashMap<String, Grades>();
            var others = Map.copyOf(draft.items);
            others.forEach((key, item) -> {
                var other = RandomDrafts.anyItem(random, key);
                grades.put(key, new Grades(other.credibility(), other.relevance()));
                draft.item(new Item(
                        key, item.source(), item.origin(), item.reliability(), other.credibility(), other.relevance()));
            });
            var regraded = new WhatIf(Set.of(), Set.of(), Set.of(), Set.of(), grades, Map.of(), List.of(), null);

            assertSame(Balance.of(regraded.in(before)), draft.balance());
        });
    }
}
