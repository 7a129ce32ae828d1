package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares balances figure by figure. */
final class Comparison {
    private static final double CLOSE = 1e-9;

    private Comparison() {}

    static void assertSame(Balance actual, Balance expected) {
        assertSame(figures(actual), figures(expected));
    }

    /** Compares the three readings alone, without who leads. */
    static void assertSameReadings(Balance actual, Balance expected) {
        assertSame(readings(actual), readings(expected));
    }

    private static void assertSame(Map<String, @Nullable Object> actual, Map<String, @Nullable Object> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, figure) -> {
            Object other = expected.get(name);
            if (figure instanceof Double number && other instanceof Double wanted) {
                assertThat(number).as(name).isCloseTo(wanted, within(CLOSE));
            } else {
                assertThat(figure).as(name).isEqualTo(other);
            }
        });
    }

    private static Map<String, @Nullable Object> readings(Balance balance) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        for (Balance.Reading reading : balance.interpretations()) {
            String of = " of " + reading.key();
            figures.put("inconsistency" + of, reading.inconsistency());
            figures.put("weightedInconsistency" + of, reading.weightedInconsistency());
            figures.put("weightOfEvidence" + of, reading.weightOfEvidence());
            figures.put("behindLeader" + of, reading.behindLeader());
            figures.put("judged" + of, reading.judged());
            figures.put("likelihood" + of, reading.likelihood());
        }
        return figures;
    }

    private static Map<String, @Nullable Object> figures(Balance balance) {
        Map<String, @Nullable Object> figures = readings(balance);
        figures.put("policy", balance.policy());
        figures.put("leaders", balance.leaders());
        figures.put("agreement", balance.agreement());
        figures.put("coverage", balance.coverage());
        figures.put("evidenceInForce", balance.evidenceInForce());
        figures.put("confidence", balance.confidence());
        figures.put("spread", balance.spread());
        figures.put("analysts", balance.analysts());
        for (Balance.ItemLine item : balance.evidence()) {
            String of = " of " + item.key();
            figures.put("weight" + of, item.weight());
            figures.put("ungraded" + of, item.ungraded());
            figures.put("diagnosticity" + of, item.diagnosticity());
            item.echo().forEach((h, factor) -> figures.put("echo" + of + " for " + h, factor));
            item.disagreement().forEach((h, disagreement) -> {
                figures.put("deviation" + of + " for " + h, disagreement.deviation());
                figures.put("band" + of + " for " + h, disagreement.band());
            });
        }
        return figures;
    }
}
