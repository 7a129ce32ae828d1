package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SituationTest {
    private final Situation situation = Draft.of("h1", "h2")
            .item("e1")
            .item("e2")
            .row("ada", "e1", Rating.C, Rating.I)
            .judge("ada", Confidence.LOW, 0.5, 0.5)
            .situation();

    @Test
    void an_item_is_found_by_its_key() {
        assertThat(situation.item("e2")).isEqualTo(situation.items().getLast());
        assertThat(situation.item("e3")).isNull();
    }

    @Test
    void another_policy_is_all_that_differs_under_it() {
        var other = new Policy(1, 2, 0.01, 0.1, 3);
        var under = situation.under(other);

        assertThat(under.policy()).isEqualTo(other);
        assertThat(under.under(situation.policy())).isEqualTo(situation);
        assertThat(Balance.of(under).policy()).isEqualTo(other);
    }

    @Test
    void where_nothing_is_in_force_the_balance_is_empty() {
        var balance = Balance.of(Situation.empty(Relation.OVERLAPPING, Policy.DEFAULT));

        assertThat(balance.interpretations()).isEmpty();
        assertThat(balance.evidence()).isEmpty();
        assertThat(balance.analysts()).isEmpty();
        assertThat(balance.evidenceInForce()).isZero();
        assertThat(Situation.empty(Relation.OVERLAPPING, Policy.DEFAULT).relation())
                .isEqualTo(Relation.OVERLAPPING);
    }

    @Test
    void a_balance_finds_what_is_in_force_by_its_key() {
        var balance = Balance.of(situation);

        assertThat(balance.reading("h2")).isEqualTo(balance.interpretations().getLast());
        assertThat(balance.reading("h3")).isNull();
        assertThat(balance.evidenceByKey().get("e2"))
                .isEqualTo(balance.evidence().getLast());
        assertThat(balance.evidenceInForce()).isEqualTo(2);
    }

    @Test
    void ratings_of_what_is_not_in_force_count_for_nothing() {
        var draft = Draft.of("h1").item("e1").rate("ada", "e1", "h1", Rating.C);
        var before = draft.balance();
        draft.rate("ada", "e9", "h1", Rating.II).rate("ada", "e1", "h9", Rating.II);

        assertThat(draft.balance()).isEqualTo(before);
        assertThat(List.copyOf(draft.situation().cells())).hasSize(3);
    }
}
