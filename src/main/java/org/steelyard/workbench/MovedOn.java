package org.steelyard.workbench;

import java.util.List;
import org.steelyard.assessment.Recorded;

/** What a form changes was changed by others since its page was made. Nothing was recorded. */
final class MovedOn extends RuntimeException {
    private final transient List<Recorded> since;
    private final long revision;

    /**
     * @param since what was recorded since
     * @param revision the newest
     */
    MovedOn(List<Recorded> since, long revision) {
        super("The assessment moved on to revision " + revision);
        this.since = since;
        this.revision = revision;
    }

    List<Recorded> since() {
        return since;
    }

    long revision() {
        return revision;
    }
}
