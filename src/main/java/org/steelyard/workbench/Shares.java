package org.steelyard.workbench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.balance.Coherent;
import org.steelyard.balance.Likelihood;
import org.steelyard.balance.Relation;

/**
 * The probabilities in a form of a judgment, with the word for each.
 *
 * @param sum 0..1 and above; null while nothing is typed
 * @param exclusive whether they are to add up to 1
 */
record Shares(List<Share> all, @Nullable Double sum, boolean exclusive) {
    private static final double ROUNDING = 5e-7;

    /**
     * @param given what the field holds, 0..1; null where it holds no probability
     * @param coherent what the pool takes for it; null while a field lacks its probability
     * @param before what one's last judgment gave; null where there is none
     */
    record Share(
            InterpretationView interpretation,
            String field,
            @Nullable Double given,
            @Nullable Double coherent,
            @Nullable Double before) {

        public String key() {
            return interpretation.key();
        }

        /** Of ICD 203; empty where nothing is given. */
        public String word() {
            return given == null ? "" : Likelihood.of(given).word();
        }

        /** The value of the word among those to pick from; empty where nothing is given. */
        public String middle() {
            return given == null ? "" : Wordings.middle(Likelihood.of(given));
        }

        /** Whether the pool takes another number than was given. */
        public boolean isMoved() {
            return given != null && coherent != null && Math.abs(given - coherent) > ROUNDING;
        }
    }

    static Shares of(Desk desk, Form form) {
        Map<String, Double> given = new LinkedHashMap<>();
        for (InterpretationView interpretation : desk.interpretations()) {
            Double share = share(form.value(field(interpretation)));
            if (share != null) {
                given.put(interpretation.key(), share);
            }
        }
        Map<String, Double> coherent = coherent(desk, given);
        SortedMap<String, Double> before =
                desk.judgment().map(JudgmentView::probabilities).orElseGet(TreeMap::new);
        var all = new ArrayList<Share>();
        for (InterpretationView interpretation : desk.interpretations()) {
            String key = interpretation.key();
            all.add(new Share(
                    interpretation, field(interpretation), given.get(key), coherent.get(key), before.get(key)));
        }
        Double sum = given.isEmpty()
                ? null
                : (Double) given.values().stream().mapToDouble(share -> share).sum();
        return new Shares(all, sum, desk.view().relation() == Relation.EXCLUSIVE);
    }

    private static String field(InterpretationView interpretation) {
        return "p." + interpretation.key();
    }

    /** Empty while a probability lacks, and where all are 0, of which nothing can be made that adds up. */
    private static Map<String, Double> coherent(Desk desk, Map<String, Double> given) {
        Relation relation = desk.view().relation();
        boolean nothing = given.values().stream().allMatch(share -> share == 0);
        if (given.size() < desk.interpretations().size() || (nothing && relation == Relation.EXCLUSIVE)) {
            return Map.of();
        }
        return Coherent.of(given, relation, desk.view().policy().floor());
    }

    /** The sum in per cent, to one decimal: "110", "99.5"; empty while nothing is typed. */
    public String percent() {
        return sum == null
                ? ""
                : BigDecimal.valueOf(sum)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Whether the sum is 1, but for what rounding leaves. */
    public boolean isWhole() {
        return sum != null && Math.abs(sum - 1) < ROUNDING;
    }

    /** Read aside: what is wrong with a field is noted when the form is recorded. */
    private static @Nullable Double share(String typed) {
        Form aside = Form.blank("work.judge", 0).with("p", typed);
        Double share = new Reading(aside).percent("p");
        return share == null || share < 0 || share > 1 ? null : share;
    }
}
