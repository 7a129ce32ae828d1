package org.steelyard.dossier.api;

import java.util.SortedMap;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Delta;
import org.steelyard.balance.Situation;
import org.steelyard.balance.WhatIf;
import org.steelyard.dossier.Dossier;

/**
 * What would come of assumptions: the balance as it is, the balance as it would be, and what the second has over the first.
 *
 * @param difference by interpretation
 */
record WhatIfView(BalanceView base, BalanceView balance, SortedMap<String, Delta> difference) {

    static WhatIfView of(Dossier dossier, Situation situation, WhatIf whatIf) {
        var base = Balance.of(situation);
        var balance = Balance.of(whatIf.in(situation));
        return new WhatIfView(
                BalanceView.of(dossier, base, WhichPolicy.IN_FORCE),
                BalanceView.of(dossier, balance, WhichPolicy.IN_FORCE),
                Delta.between(base.readings(), balance.readings()));
    }
}
