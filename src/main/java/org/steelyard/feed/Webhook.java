package org.steelyard.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.WholeLog.Logged;

/**
 * Where a user has events sent, and how far that got.
 *
 * @param user who made it, and whose rights count
 * @param assessments the keys of those that are meant; empty for all
 * @param kinds the kinds of event that are meant; empty for all
 * @param sentUpTo the index of the newest event that needs no sending any more
 */
record Webhook(
        String id,
        String user,
        URI url,
        SigningSecret secret,
        List<String> assessments,
        List<String> kinds,
        Instant createdAt,
        long sentUpTo,
        Health health) {

    /**
     * How deliveries go.
     *
     * @param failures how many there were since the last success
     * @param failingSince the first of these; null where the last try went well
     * @param nextTry not before; null for at once
     * @param cause of the last failure, in words
     * @param paused why nothing is sent any more; null while something is
     */
    record Health(
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextTry,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String cause,
            @Nullable String paused) {

        static final Health NEW = new Health(0, null, null, null, null, null, null);
    }

    /** Whether this event is one that it is for, rights aside. */
    boolean isFor(Logged event) {
        return (assessments.isEmpty() || assessments.contains(event.assessment()))
                && (kinds.isEmpty() || kinds.contains(event.recorded().kind()));
    }
}
