package org.steelyard.dossier.web;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Sensitivity;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Without;

/**
 * How firm the lead of one reading is.
 *
 * @param linchpins over the interpretation that is looked at; null where there is none that is led
 */
record Firm(
        Shown shown,
        Sensitivity sensitivity,
        Tested tested,
        @Nullable Linchpins linchpins) {

    /** The lead by this reading over this interpretation; where that is none, over the one that takes the least to overturn it. */
    static Firm of(Shown shown, @Nullable String reading, @Nullable String against) {
        var tested = Tested.of(reading);
        var sensitivity = Sensitivity.of(shown.situation());
        var firmness = tested.firmness(sensitivity);
        var asked = against == null ? null : firmness.over(against);
        return new Firm(shown, sensitivity, tested, asked == null ? nearest(firmness) : asked);
    }

    private static @Nullable Linchpins nearest(Firmness firmness) {
        return firmness.linchpins().stream()
                .min(Comparator.comparingInt((Linchpins set) -> set.items().size())
                        .thenComparingDouble(Linchpins::lead)
                        .thenComparing(Linchpins::against))
                .orElse(null);
    }

    public Leader leader() {
        return tested.leader(shown.balance().leaders());
    }

    /** Whether no interpretation comes to the lead with fewer items. */
    boolean isNearest() {
        return linchpins != null
                && Objects.equals(
                        linchpins.items().size(), tested.firmness(sensitivity).robustness());
    }

    /** Whether another leads, or nobody does, by this reading without something. */
    boolean isEnded(Without without, Tested reading) {
        Leader now = reading.leader(shown.balance().leaders());
        return now.key() != null && !now.equals(reading.lead(without).leader());
    }
}
