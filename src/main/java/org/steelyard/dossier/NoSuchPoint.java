package org.steelyard.dossier;

import java.time.Instant;

/** The log holds no such point in time. The message says which there are. */
public final class NoSuchPoint extends RuntimeException {
    private NoSuchPoint(String message) {
        super(message);
    }

    static NoSuchPoint revision(long asked, long newest) {
        return new NoSuchPoint(
                "There is no revision " + asked + " of this assessment: ask for asOf=r1 to r" + newest + ".");
    }

    static NoSuchPoint before(Instant first) {
        return new NoSuchPoint("The log of this assessment begins at " + first + ": ask for that time or a later one.");
    }
}
