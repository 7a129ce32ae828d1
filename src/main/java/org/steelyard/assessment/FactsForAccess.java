package org.steelyard.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.steelyard.access.AssessmentFacts;

/** Tells access what it has to know. */
record FactsForAccess(AssessmentIndex index, AssessmentLog log, States states) implements AssessmentFacts {

    @Override
    public Optional<Boolean> isOpenToAll(String assessment) {
        return index.marking(assessment).map(Marking.CLEAR::equals);
    }

    @Override
    public Map<String, Boolean> openToAll(Collection<String> assessments) {
        var openToAll = new HashMap<String, Boolean>();
        index.markings(assessments).forEach((key, marking) -> openToAll.put(key, marking == Marking.CLEAR));
        return openToAll;
    }

    @Override
    public boolean bindsRaters(String assessment) {
        return states.newest(assessment).state().bindsRaters();
    }

    @Override
    public boolean isAuthor(String user) {
        return log.isAuthor(user);
    }
}
