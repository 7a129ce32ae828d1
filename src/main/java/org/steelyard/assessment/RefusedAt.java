package org.steelyard.assessment;

/** A refusal with the revision that it was decided on, by which it shows whether it was decided on old news. */
final class RefusedAt extends RuntimeException {
    private final long revision;
    private final Refused refused;

    RefusedAt(long revision, Refused refused) {
        super(refused);
        this.revision = revision;
        this.refused = refused;
    }

    long revision() {
        return revision;
    }

    Refused refused() {
        return refused;
    }
}
