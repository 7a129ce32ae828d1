package org.steelyard.access;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** The members of each assessment: a log of its own, and what stands by it. */
@Service
public class Members {

    /** A member, and since when in this role. */
    public record Member(String user, Role role, Instant since) {}

    /** The members of an assessment, sorted by name. */
    public List<Member> of(String assessment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes or changes a member, without asking who may: for whoever opens an assessment, and for the demo. Runs in the
     * caller's transaction where there is one.
     */
    public void add(String assessment, String user, Role role, String actor, Instant recordedAt) {
        throw new UnsupportedOperationException();
    }
}
