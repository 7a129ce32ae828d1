package org.steelyard.assessment;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where commands go. A call returns when what it recorded is durable; where it throws, nothing was recorded. */
public interface Assessments {

    /**
     * Records what these submissions come to, all or none, in their order.
     *
     * @param ifMatch the revision that the caller saw, or null to go on from whatever is newest
     * @param alongside runs in the same transaction as the events, after them; what it throws undoes all
     * @throws StaleRevision where {@code ifMatch} is not the newest revision
     */
    Outcome record(
            String assessment, List<Submission> submissions, @Nullable Long ifMatch, Consumer<Outcome> alongside);

    /** The same, with nothing alongside. */
    default Outcome record(String assessment, List<Submission> submissions, @Nullable Long ifMatch) {
        return record(assessment, submissions, ifMatch, outcome -> {});
    }

    /**
     * Appends whole histories of assessments that nobody has opened yet, all of them or none, in one transaction. They are
     * appended as they are: whoever calls has had {@code AssessmentDecider} decide them, one event after the other.
     *
     * @param histories for each assessment its events, from revision 1; the first opens it and names its key
     * @param alongside runs in the same transaction as the events, after them; what it throws undoes all
     * @throws AlreadyOpened where one of the keys is taken
     */
    List<Outcome> importAll(List<List<Recorded>> histories, Consumer<List<Outcome>> alongside);
}
