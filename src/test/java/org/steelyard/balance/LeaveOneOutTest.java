package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Without;

/** Leaving one out, by the second opinion: everything is added up anew at the weights and discounts of the whole. */
class LeaveOneOutTest {
    private static final double TIE = 1e-9;

    @Test
    void leaving_out_items_is_to_add_up_the_rest_at_the_same_weights_and_discounts() {
        Seeds.each(random -> {
            var situation = RandomDrafts.any(random).situation();
            var leaders = Balance.of(situation).leaders();
            var naive = new NaiveEvidence(situation);
            for (Without without : Sensitivity.of(situation).leaveOneOut()) {
                if (without.kind() != Kind.ANALYST) {
                    var rest = new ArrayList<>(naive.es.keySet());
                    rest.removeAll(without.items());
                    assertLeads(without.weightOfEvidence(), leaders.weightOfEvidence(), naive, rest, naive::decibansOf);
                    assertLeads(without.inconsistency(), leaders.inconsistency(), naive, rest, naive::pointsOf);
                }
            }
        });
    }

    @Test
    void leaving_out_an_analyst_is_to_hear_the_others_at_the_same_weights_and_discounts() {
        Seeds.each(random -> {
            var draft = RandomDrafts.any(random);
            var situation = draft.situation();
            var leaders = Balance.of(situation).leaders();
            var naive = new NaiveEvidence(situation);
            var rest = List.copyOf(naive.es.keySet());
            var left = new ArrayList<String>();
            for (Without without : Sensitivity.of(situation).leaveOneOut()) {
                if (without.kind() == Kind.ANALYST) {
                    left.add(without.key());
                    var others = new NaiveEvidence(draft.without(without.key()).situation());
                    ToDoubleBiFunction<String, String> heard =
                            (e, h) -> NaiveEvidence.weight(naive.es.get(e)) * naive.echo(e, h) * others.heard(e, h);
                    assertLeads(without.weightOfEvidence(), leaders.weightOfEvidence(), naive, rest, heard);
                    assertLeads(without.inconsistency(), leaders.inconsistency(), naive, rest, others::pointsOf);
                }
            }
            assertThat(left).containsExactlyElementsOf(draft.analysts);
        });
    }

    private static void assertLeads(
            Lead found,
            Leader before,
            NaiveEvidence naive,
            List<String> rest,
            ToDoubleBiFunction<String, String> part) {
        if (before.key() == null) {
            assertThat(found).isEqualTo(new Lead(before, null));
            return;
        }
        ToDoubleFunction<String> sum =
                h -> rest.stream().mapToDouble(e -> part.applyAsDouble(e, h)).sum();
        var descending = naive.hs.stream()
                .map(sum::applyAsDouble)
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        var first = naive.hs.stream()
                .filter(h -> descending.getFirst() - sum.applyAsDouble(h) <= TIE)
                .toList();
        assertThat(found.leader())
                .isEqualTo(first.size() == 1 ? new Leader(first.getFirst(), null) : new Leader(null, Withheld.TIE));
        assertAhead(found.ahead(), descending);
    }

    private static void assertAhead(@Nullable Double ahead, List<Double> descending) {
        if (descending.size() < 2) {
            assertThat(ahead).isNull();
        } else {
            assertThat(ahead).isCloseTo(descending.get(0) - descending.get(1), within(2 * TIE));
        }
    }
}
