package org.steelyard.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What access has to know of assessments; the module that has them tells it. */
public interface AssessmentFacts {

    /** Whether all who are signed in may read this assessment (TLP:CLEAR); empty where there is none of this key. */
    Optional<Boolean> isOpenToAll(String assessment);

    /** The same of several; what there is none of is left out. */
    Map<String, Boolean> openToAll(Collection<String> assessments);

    /** Whether blind mode keeps anything in this assessment from those who may rate there. */
    boolean bindsRaters(String assessment);

    /** Whether any event, in any assessment, has this user as its author. */
    boolean isAuthor(String user);
}
