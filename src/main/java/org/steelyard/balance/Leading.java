package org.steelyard.balance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Balance.Withheld;

/** Who comes first, and when nobody is named (docs/scoring.md section 6). */
final class Leading {
    private static final double TIE = 1e-9;

    private Leading() {}

    /** By the evidence, the greatest score first: COVERAGE is asked before TIE. */
    static Leader byEvidence(List<String> keys, double[] scores, boolean[] worked, boolean covered) {
        if (!covered) {
            return withheld(Withheld.COVERAGE);
        }
        double best = greatest(scores);
        for (int i = 0; i < scores.length; i++) {
            if (isFirst(scores[i], best) && !worked[i]) {
                return withheld(Withheld.COVERAGE);
            }
        }
        return first(keys, scores);
    }

    /** By the pooled judgments; NONE where nothing is pooled. */
    static Leader byJudgment(List<String> keys, @Nullable List<Double> judged) {
        return judged == null
                ? withheld(Withheld.NONE)
                : first(keys, judged.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Agreement agreement(Leaders leaders) {
        String byPoints = leaders.inconsistency().key();
        String byDecibans = leaders.weightOfEvidence().key();
        String byJudgment = leaders.judged().key();
        if (byPoints == null || byDecibans == null || byJudgment == null) {
            return Agreement.WITHHELD;
        }
        boolean one = Objects.equals(byPoints, byDecibans) && Objects.equals(byDecibans, byJudgment);
        return one ? Agreement.AGREE : Agreement.CONFLICT;
    }

    static double greatest(double[] scores) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        return best;
    }

    /** The key of the greatest score, or TIE. */
    static Leader first(List<String> keys, double[] scores) {
        double best = greatest(scores);
        String leader = null;
        for (int i = 0; i < scores.length; i++) {
            if (isFirst(scores[i], best)) {
                if (leader != null) {
                    return withheld(Withheld.TIE);
                }
                leader = keys.get(i);
            }
        }
        return new Leader(leader, null);
    }

    private static boolean isFirst(double score, double best) {
        return best - score <= TIE;
    }

    private static Leader withheld(Withheld reason) {
        return new Leader(null, reason);
    }
}
