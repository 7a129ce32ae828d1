package org.steelyard.dossier.api;

import java.time.Instant;
import org.steelyard.dossier.Dossier;

/** One end of a range as a point on both clocks; {@code revision} is that of {@code asOf}. */
record EndOfRange(long revision, Instant asOf, Instant effectiveAt) {
    static EndOfRange of(Dossier dossier) {
        return new EndOfRange(
                dossier.point().revision(), dossier.asOf(), dossier.point().effectiveAt());
    }
}
