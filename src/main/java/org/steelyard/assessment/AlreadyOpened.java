package org.steelyard.assessment;

/** An assessment was to be opened under a key that another one has. Nothing was recorded. */
public final class AlreadyOpened extends RuntimeException {
    private final String assessment;

    public AlreadyOpened(String assessment) {
        super("There is an assessment " + assessment + " already: choose another key");
        this.assessment = assessment;
    }

    /** The key that is taken. */
    public String assessment() {
        return assessment;
    }
}
