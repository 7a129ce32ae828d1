package org.steelyard.workbench;

import java.util.List;
import org.steelyard.site.Sentence;

/** What a form changes was changed by others since its page was made. Nothing was recorded. */
final class MovedOn extends RuntimeException {
    private final transient List<Sentence> since;
    private final long revision;

    /**
     * @param since what was recorded since, in words
     * @param revision the newest
     */
    MovedOn(List<Sentence> since, long revision) {
        super("It moved on to revision " + revision);
        this.since = since;
        this.revision = revision;
    }

    List<Sentence> since() {
        return since;
    }

    long revision() {
        return revision;
    }
}
