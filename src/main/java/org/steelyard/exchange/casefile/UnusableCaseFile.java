package org.steelyard.exchange.casefile;

import java.util.List;

/** The case file cannot be taken. Nothing of it was stored. */
public final class UnusableCaseFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final transient List<Complaint> complaints;

    /** Why it cannot be taken; the first that applies. */
    public enum Cause {
        /** It has too many bytes. */
        TOO_LARGE,
        /** It is wrong in itself. */
        WRONG,
        /** It says something in the name of another, which not everybody may. */
        NOT_ALLOWED,
        /** An assessment of the same key is there already. */
        KEY_TAKEN
    }

    private UnusableCaseFile(Cause cause, List<Complaint> complaints) {
        super(complaints.getFirst().message());
        this.cause = cause;
        this.complaints = List.copyOf(complaints);
    }

    static UnusableCaseFile because(Cause cause, List<Complaint> complaints) {
        return new UnusableCaseFile(cause, complaints);
    }

    public Cause reason() {
        return cause;
    }

    /** What is wrong, in the order of the file; at least one. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
