package org.steelyard.assessment;

import java.util.Optional;
import org.steelyard.access.AssessmentFacts;

/** Tells access what it has to know. */
record FactsForAccess(AssessmentIndex index, AssessmentLog log) implements AssessmentFacts {

    @Override
    public Optional<Boolean> isOpenToAll(String assessment) {
        return index.marking(assessment).map(Marking.CLEAR::equals);
    }

    @Override
    public boolean isAuthor(String user) {
        return log.isAuthor(user);
    }
}
