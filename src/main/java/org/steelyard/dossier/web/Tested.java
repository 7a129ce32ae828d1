package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Sensitivity;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Without;

/** The reading of the evidence whose lead is tested. */
enum Tested {
    WEIGHT("weight-of-evidence"),
    INCONSISTENCY("inconsistency");

    private final String word;

    Tested(String word) {
        this.word = word;
    }

    /** As addresses write it. */
    public String word() {
        return word;
    }

    /** The one that an address asks for; whatever it does not name, or names wrongly, is as usual. */
    static Tested of(@Nullable String word) {
        return INCONSISTENCY.word.equals(word) ? INCONSISTENCY : WEIGHT;
    }

    Tested other() {
        return this == WEIGHT ? INCONSISTENCY : WEIGHT;
    }

    Leader leader(Leaders leaders) {
        return this == WEIGHT ? leaders.weightOfEvidence() : leaders.inconsistency();
    }

    Firmness firmness(Sensitivity sensitivity) {
        return this == WEIGHT ? sensitivity.weightOfEvidence() : sensitivity.inconsistency();
    }

    Lead lead(Without without) {
        return this == WEIGHT ? without.weightOfEvidence() : without.inconsistency();
    }
}
