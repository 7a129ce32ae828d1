package org.steelyard.dossier.api;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.dossier.Dossier;

/** What answers say to a reader from whom blind mode keeps something. */
final class Blinded {
    /** No reading names a leader, or says why. */
    static final Leaders LEADERS = new Leaders(new Leader(null, null), new Leader(null, null), new Leader(null, null));

    static final Agreement AGREEMENT = Agreement.WITHHELD;

    private Blinded() {}

    /** The field {@code blinded}: true, or left out. */
    static @Nullable Boolean said(Dossier dossier) {
        return dossier.blinded() ? true : null;
    }
}
