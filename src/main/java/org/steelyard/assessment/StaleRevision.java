package org.steelyard.assessment;

/** A write was to go on from a revision that is no longer the newest. Nothing was recorded. */
public final class StaleRevision extends RuntimeException {
    private final long current;

    public StaleRevision(long current) {
        super("The assessment is at revision " + current);
        this.current = current;
    }

    /** The revision that the assessment has now. */
    public long current() {
        return current;
    }
}
