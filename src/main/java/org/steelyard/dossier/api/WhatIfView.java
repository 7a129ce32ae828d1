package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Delta;
import org.steelyard.balance.Situation;
import org.steelyard.balance.WhatIf;
import org.steelyard.dossier.Dossier;

/**
 * What would come of assumptions: the balance as it is, the balance as it would be, and what the second has over the first.
 *
 * @param blinded true where blind mode keeps something from the reader, who finds no readings until they have judged; else left
 *     out
 * @param difference by interpretation
 */
record WhatIfView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        BalanceView base,
        BalanceView balance,
        SortedMap<String, Delta> difference) {

    static WhatIfView of(Dossier dossier, Situation situation, WhatIf whatIf) {
        var base = Balance.of(situation);
        var balance = Balance.of(whatIf.in(situation));
        return new WhatIfView(
                Blinded.said(dossier),
                BalanceView.of(dossier, base, WhichPolicy.IN_FORCE),
                BalanceView.of(dossier, balance, WhichPolicy.IN_FORCE),
                dossier.readingsHidden()
                        ? Collections.emptySortedMap()
                        : Delta.between(base.readings(), balance.readings()));
    }
}
