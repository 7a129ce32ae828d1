package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** How pages write a measure, its values, and what moved it. */
@Component
class MeasureWords {
    private final Texts texts;
    private final Wording say;

    MeasureWords(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /** "weight of evidence: deepening − hedge". */
    String name(Measure measure) {
        String which = texts.text("compare.measure." + measure.kind());
        String of = measure.against() == null
                ? measure.of()
                : texts.text("compare.measure.minus", measure.of(), measure.against());
        return texts.text("compare.measure", which, of);
    }

    /** The unit that steps have. */
    String unit(Measure measure) {
        return texts.text("compare.unit." + measure.kind());
    }

    /** "12.3 dB", "7.90 points", "48 %"; a dash where it is absent. */
    public String value(Measure measure, @Nullable Double value) {
        if (value == null) {
            return say.number(null);
        }
        return switch (measure.kind()) {
            case WEIGHT -> say.decibans(value);
            case INCONSISTENCY -> texts.text("compare.points", say.number(value));
            case JUDGED -> say.percent(value);
        };
    }

    /** A value in the unit that steps have: probabilities as percentages. */
    double inUnit(Measure measure, double value) {
        return measure.kind() == Measure.Kind.JUDGED ? value * 100 : value;
    }

    /** What a step moved, signed, without its unit: "+6.10". */
    String step(Measure measure, double amount) {
        return say.signed(inUnit(measure, amount));
    }

    /** What a step moved, signed, with its unit. */
    public String stepWithUnit(Measure measure, double amount) {
        return texts.text("compare.amount." + measure.kind(), step(measure, amount));
    }

    /** How much, whichever way. */
    String size(Measure measure, double amount) {
        return texts.text("compare.amount." + measure.kind(), say.number(inUnit(measure, Math.abs(amount))));
    }
}
