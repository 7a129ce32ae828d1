package org.steelyard.workbench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.balance.Likelihood;
import org.steelyard.balance.Relation;

/**
 * The probabilities in a form of a judgment, with the word for each.
 *
 * @param sum 0..1 and above; null while nothing is typed
 * @param exclusive whether they are to add up to 1
 */
record Shares(List<Share> all, @Nullable Double sum, boolean exclusive) {

    /** {@code word}: of ICD 203; empty where the field holds no probability. */
    record Share(InterpretationView interpretation, String field, String word) {}

    static Shares of(Desk desk, Form form) {
        var all = new ArrayList<Share>();
        double sum = 0;
        boolean any = false;
        for (InterpretationView interpretation : desk.interpretations()) {
            String field = "p." + interpretation.key();
            Double share = share(form.value(field));
            String word = share == null ? "" : Likelihood.of(share).word();
            all.add(new Share(interpretation, field, word));
            sum += share == null ? 0 : share;
            any |= share != null;
        }
        return new Shares(all, any ? (Double) sum : null, desk.view().relation() == Relation.EXCLUSIVE);
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
        return sum != null && Math.abs(sum - 1) < 5e-7;
    }

    /** Read aside: what is wrong with a field is noted when the form is recorded. */
    private static @Nullable Double share(String typed) {
        Form aside = Form.blank("work.judge", 0).with("p", typed);
        Double share = new Reading(aside).percent("p");
        return share == null || share < 0 || share > 1 ? null : share;
    }
}
