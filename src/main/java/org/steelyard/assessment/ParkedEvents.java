package org.steelyard.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dead-letter queue: events that a {@link LogFollower} could not take, and those of the same assessment that came after
 * them and wait.
 */
public interface ParkedEvents {

    /**
     * A parked event.
     *
     * @param follower the name of who could not take it
     * @param cause why, in words; null for one that waits for another
     */
    record Parked(
            String id,
            String follower,
            String assessment,
            long revision,
            Instant parkedAt,
            @Nullable String cause) {}

    /** All that is parked after this id (null for the start), sorted by id, at most so many. */
    List<Parked> list(@Nullable String after, int most);

    Optional<Parked> find(String id);

    /** How many events each follower has parked; those with none are not there. */
    Map<String, Long> counts();

    /**
     * Parks an event that its follower met outside the order of the log; nothing where one of its assessment is parked.
     *
     * @throws RuntimeException the cause, where it is the database that cannot be reached and not the event: then it parks none
     */
    void park(String follower, String assessment, long revision, RuntimeException cause);

    /**
     * Offers the events of an assessment that are parked for a follower again, oldest first, until one is refused.
     *
     * @return whether none of them is parked any more
     */
    boolean retry(String follower, String assessment);
}
