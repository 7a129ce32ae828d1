package org.steelyard.exchange.casefile;

import java.util.List;
import java.util.Optional;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Recorded;

/** The log of an installation in which nobody has opened anything. */
final class EmptyLog implements AssessmentLog {

    @Override
    public List<Recorded> read(String assessment, long afterRevision) {
        return List.of();
    }

    @Override
    public long revision(String assessment) {
        return 0;
    }

    @Override
    public Optional<String> digest(String assessment, long revision) {
        return Optional.empty();
    }

    @Override
    public String digestOf(List<Recorded> events) {
        return "digest of " + events.size();
    }

    @Override
    public boolean isAuthor(String user) {
        return false;
    }
}
