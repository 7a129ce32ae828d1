package org.steelyard.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.steelyard.access.Access;

/**
 * The visits of readers to the pages of assessments. A visit ends after 30 minutes without a request to the assessment's pages.
 * Only people visit: a token is a tool. Nothing here can fail a page: what cannot be read or written is as if it had not been.
 */
@Service
public class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private final VisitTable table;
    private final Access access;
    private final Clock clock;

    Visits(VisitTable table, Access access, Clock clock) {
        this.table = table;
        this.access = access;
        this.clock = clock;
    }

    /**
     * When the previous visit of who is signed in to this assessment ended: its last request, to the minute. The same for as
     * long as the present visit lasts; empty on the first visit, and for whoever is signed in otherwise than with a session.
     */
    public Optional<Instant> lastVisit(String assessment) {
        try {
            return access.inSession().flatMap(reader -> table.previousEnd(reader, assessment, clock.instant()));
        } catch (DataAccessException failure) {
            LOG.warn("The last visit to {} could not be read: {}", assessment, failure.toString());
            return Optional.empty();
        }
    }

    /** The same for every assessment that who is signed in visited before, by key; empty as there. */
    public Map<String, Instant> lastVisits() {
        try {
            return access.inSession()
                    .map(reader -> table.previousEnds(reader, clock.instant()))
                    .orElse(Map.of());
        } catch (DataAccessException failure) {
            LOG.warn("The last visits could not be read: {}", failure.toString());
            return Map.of();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Notes a request to this assessment's pages that was answered. */
    void looked(String assessment, Instant arrived) {
        note(assessment, arrived, false);
    }

    /** Notes that the reader just recorded something, which is not to be news to them at the next visit. */
    void recorded(String assessment) {
        note(assessment, clock.instant(), true);
    }

    private void note(String assessment, Instant at, boolean always) {
        try {
            access.inSession().ifPresent(reader -> table.note(reader, assessment, at, always));
        } catch (DataAccessException failure) {
            LOG.warn("A visit to {} could not be noted: {}", assessment, failure.toString());
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = TimeUnit.DAYS)
    void forgetOld() {
        table.forgetBefore(clock.instant());
    }
}
