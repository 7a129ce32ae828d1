package org.steelyard.dossier.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.dossier.figure.ReadingScale;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** How readings, and changes of their leaders, are written where time goes on. */
@Component
class HistoryWords {
    private final Texts texts;
    private final Wording say;

    HistoryWords(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    static @Nullable Double value(ReadingScale measure, @Nullable Reading reading) {
        if (reading == null) {
            return null;
        }
        return switch (measure) {
            case DECIBANS -> reading.weightOfEvidence();
            case POINTS -> reading.weightedInconsistency();
            case PROBABILITY -> reading.judged();
        };
    }

    /** How a value of this reading is written. */
    String written(ReadingScale measure, @Nullable Double value) {
        return switch (measure) {
            case DECIBANS -> say.signedDecibans(value);
            case POINTS -> say.number(value);
            case PROBABILITY -> say.percent(value);
        };
    }

    String written(ReadingScale measure, @Nullable Reading reading) {
        return written(measure, value(measure, reading));
    }

    /** By how much it moved: "+3.20 dB", "−12 points" of a percentage. */
    String difference(ReadingScale measure, double by) {
        return switch (measure) {
            case DECIBANS -> say.signedDecibans(by);
            case POINTS -> say.signed(by);
            case PROBABILITY -> texts.text("replay.percentage-points", say.signed(by * 100));
        };
    }

    /** "Weight of evidence: hedge → deepening", all changes of a leader after each other; empty for none. */
    String turns(List<Turn> turns) {
        return turns.stream()
                .map(turn -> texts.text(
                        "history.turn",
                        texts.text("reading." + turn.reading().word()),
                        leader(turn.from()),
                        leader(turn.to())))
                .collect(Collectors.joining("; "));
    }

    private String leader(@Nullable String leader) {
        return leader == null ? texts.text("history.no-leader") : leader;
    }

    /** The text of this code for none, one or more. */
    String counted(String code, int count) {
        return switch (count) {
            case 0 -> texts.text(code + ".none");
            case 1 -> texts.text(code + ".one");
            default -> texts.text(code + ".more", Integer.toString(count));
        };
    }
}
