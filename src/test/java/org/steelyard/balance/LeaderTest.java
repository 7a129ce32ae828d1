package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.balance.Balance.Withheld.COVERAGE;
import static org.steelyard.balance.Balance.Withheld.NONE;
import static org.steelyard.balance.Balance.Withheld.TIE;
import static org.steelyard.balance.Rating.C;
import static org.steelyard.balance.Rating.I;
import static org.steelyard.balance.Rating.II;
import static org.steelyard.balance.Rating.N;
import static org.steelyard.balance.Rating.NA;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Withheld;

/** Coverage, leaders and agreement: docs/scoring.md section 6. */
class LeaderTest {
    @Test
    void least_contradicted_and_best_supported_lead() {
        var balance = Draft.of("h1", "h2").item("e1").row("ada", "e1", I, C).balance();

        assertThat(balance.leaders().inconsistency()).isEqualTo(leader("h2"));
        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(leader("h2"));
        assertThat(balance.coverage()).isEqualTo(1);
    }

    @Test
    void the_leader_by_inconsistency_is_by_the_weighted_one() {
        var balance = Draft.of("h1", "h2")
                .item("e1", "o1", Reliability.A, 1, Relevance.H)
                .item("e2", "o2", Reliability.E, 5, Relevance.L)
                .row("ada", "e1", I, N)
                .row("ada", "e2", N, II)
                .balance();

        assertThat(balance.interpretations())
                .extracting(Balance.Reading::inconsistency)
                .containsExactly(1.0, 2.0);
        assertThat(balance.leaders().inconsistency()).isEqualTo(leader("h2"));
    }

    @Test
    void coverage_counts_cells_that_anyone_rated_be_it_NA() {
        var balance = Draft.of("h1", "h2")
                .item("e1")
                .item("e2")
                .rate("ada", "e1", "h1", NA)
                .rate("ada", "e2", "h1", C)
                .rate("ben", "e2", "h1", C)
                .balance();

        assertThat(balance.coverage()).isEqualTo(0.5);
    }

    @Test
    void without_items_or_interpretations_there_is_no_coverage_and_no_leader() {
        for (var balance : new Balance[] {
            Draft.of("h1").balance(),
            Draft.of().item("e1").balance(),
            Draft.of().balance()
        }) {
            assertThat(balance.coverage()).isNull();
            assertThat(balance.leaders().inconsistency()).isEqualTo(none(COVERAGE));
            assertThat(balance.leaders().weightOfEvidence()).isEqualTo(none(COVERAGE));
            assertThat(balance.agreement()).isEqualTo(Agreement.WITHHELD);
        }
    }

    @Test
    void too_little_coverage_names_no_leader_and_just_enough_does() {
        var draft = Draft.of("h1");
        for (int i = 1; i <= 5; i++) {
            draft.item("e" + i);
        }
        draft.rate("ada", "e1", "h1", C).rate("ada", "e2", "h1", C);
        assertThat(draft.balance().leaders().weightOfEvidence()).isEqualTo(none(COVERAGE));
        assertThat(draft.balance().leaders().inconsistency()).isEqualTo(none(COVERAGE));

        draft.rate("ada", "e3", "h1", C);
        assertThat(draft.balance().leaders().weightOfEvidence()).isEqualTo(leader("h1"));
        assertThat(draft.balance().leaders().inconsistency()).isEqualTo(leader("h1"));
    }

    @Test
    void who_comes_first_without_a_rated_cell_does_not_lead() {
        var balance = Draft.of("h1", "h2", "h3")
                .item("e1")
                .rate("ada", "e1", "h1", I)
                .rate("ada", "e1", "h2", I)
                .balance();

        assertThat(balance.coverage()).isGreaterThan(0.6);
        assertThat(balance.leaders().inconsistency()).isEqualTo(none(COVERAGE));
        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(none(COVERAGE));
    }

    @Test
    void who_ties_for_first_without_a_rated_cell_is_missing_work_and_no_tie() {
        var balance = Draft.of("h1", "h2", "h3")
                .item("e1")
                .rate("ada", "e1", "h1", C)
                .rate("ada", "e1", "h2", I)
                .balance();

        assertThat(balance.leaders().inconsistency()).isEqualTo(none(COVERAGE));
    }

    @Test
    void who_comes_behind_without_a_rated_cell_hinders_nobody() {
        var balance = Draft.of("h1", "h2", "h3")
                .item("e1")
                .rate("ada", "e1", "h1", C)
                .rate("ada", "e1", "h2", I)
                .balance();

        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(leader("h1"));
    }

    @Test
    void an_NA_is_work_done() {
        var balance = Draft.of("h1", "h2").item("e1").row("ada", "e1", NA, I).balance();

        assertThat(balance.leaders().inconsistency()).isEqualTo(leader("h1"));
        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(leader("h1"));
    }

    @Test
    void a_tie_names_no_leader() {
        var balance = Draft.of("h1", "h2", "h3")
                .item("e1")
                .row("ada", "e1", C, C, N)
                .judge("ada", Confidence.LOW, 0.4, 0.2, 0.4)
                .balance();

        assertThat(balance.leaders().inconsistency()).isEqualTo(none(TIE));
        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(none(TIE));
        assertThat(balance.leaders().judged()).isEqualTo(none(TIE));
    }

    @Test
    void a_lead_below_a_billionth_is_a_tie_and_above_it_none() {
        assertThat(judged(0.5 + 4e-10).leaders().judged()).isEqualTo(none(TIE));
        assertThat(judged(0.5 + 6e-10).leaders().judged()).isEqualTo(leader("h1"));
    }

    @Test
    void a_judged_leader_needs_no_coverage() {
        assertThat(judged(0.7).leaders().judged()).isEqualTo(leader("h1"));
        assertThat(Draft.of("h1", "h2").balance().leaders().judged()).isEqualTo(none(NONE));
    }

    @Test
    void three_leaders_that_are_one_agree() {
        assertThat(agreement(0.3, 0.7)).isEqualTo(Agreement.AGREE);
    }

    @Test
    void a_judged_leader_against_the_evidence_is_a_conflict() {
        assertThat(agreement(0.7, 0.3)).isEqualTo(Agreement.CONFLICT);
    }

    @Test
    void two_readings_of_the_evidence_may_conflict_too() {
        var balance = Draft.of("h1", "h2")
                .item("e1")
                .item("e2")
                .item("e3")
                .item("e4")
                .row("ada", "e1", I, N)
                .row("ada", "e2", Rating.CC, N)
                .row("ada", "e3", Rating.CC, N)
                .row("ada", "e4", Rating.CC, N)
                .judge("ada", Confidence.HIGH, 0.1, 0.9)
                .balance();

        assertThat(balance.leaders().inconsistency()).isEqualTo(leader("h2"));
        assertThat(balance.leaders().weightOfEvidence()).isEqualTo(leader("h1"));
        assertThat(balance.leaders().judged()).isEqualTo(leader("h2"));
        assertThat(balance.agreement()).isEqualTo(Agreement.CONFLICT);
    }

    @Test
    void with_any_leader_missing_agreement_is_withheld() {
        assertThat(agreement(0.5, 0.5)).isEqualTo(Agreement.WITHHELD);
        var noDecibans = Draft.of("h1", "h2")
                .item("e1")
                .item("e2")
                .row("ada", "e1", I, N)
                .row("ada", "e2", Rating.CC, N)
                .judge("ada", Confidence.HIGH, 0.1, 0.9)
                .balance();
        assertThat(noDecibans.leaders().weightOfEvidence()).isEqualTo(none(TIE));
        assertThat(noDecibans.agreement()).isEqualTo(Agreement.WITHHELD);
        var noPoints = Draft.of("h1", "h2")
                .item("e1")
                .row("ada", "e1", N, C)
                .judge("ada", Confidence.HIGH, 0.1, 0.9)
                .balance();
        assertThat(noPoints.leaders().inconsistency()).isEqualTo(none(TIE));
        assertThat(noPoints.agreement()).isEqualTo(Agreement.WITHHELD);
    }

    private static Agreement agreement(double first, double second) {
        return Draft.of("h1", "h2")
                .item("e1")
                .row("ada", "e1", I, C)
                .judge("ada", Confidence.HIGH, first, second)
                .balance()
                .agreement();
    }

    private static Balance judged(double first) {
        return Draft.of("h1", "h2")
                .judge("ada", Confidence.HIGH, first, 1 - first)
                .balance();
    }

    private static Leader leader(@Nullable String key) {
        return new Leader(key, null);
    }

    private static Leader none(Withheld reason) {
        return new Leader(null, reason);
    }
}
