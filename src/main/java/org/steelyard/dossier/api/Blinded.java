package org.steelyard.dossier.api;

import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.Dossier;

/** What answers say to a reader from whom blind mode keeps something. */
final class Blinded {
    private Blinded() {}

    /** The field {@code blinded}: true, or left out. */
    static @Nullable Boolean said(Dossier dossier) {
        return dossier.blinded() ? true : null;
    }
}
