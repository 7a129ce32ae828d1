package org.steelyard.exchange.casefile;

import java.util.List;

/** The case file cannot be taken. Nothing of it was stored. */
public final class UnusableCaseFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;
    private final transient List<Complaint> complaints;

    private UnusableCaseFile(boolean tooLarge, List<Complaint> complaints) {
        super(complaints.getFirst().message());
        this.tooLarge = tooLarge;
        this.complaints = List.copyOf(complaints);
    }

    static UnusableCaseFile because(List<Complaint> complaints) {
        return new UnusableCaseFile(false, complaints);
    }

    static UnusableCaseFile tooLarge(String message) {
        return new UnusableCaseFile(true, List.of(new Complaint("", message)));
    }

    /** Whether the file is over the limit of bytes, rather than wrong. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** What is wrong, in the order of the file; at least one. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
