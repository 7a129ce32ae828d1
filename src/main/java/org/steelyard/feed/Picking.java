package org.steelyard.feed;

import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.assessment.WholeLog.Logged;

/** Which events a user may have, by today's rights. */
@Component
class Picking {
    private final Access access;
    private final Sights sights;

    Picking(Access access, Sights sights) {
        this.access = access;
        this.sights = sights;
    }

    boolean mayHave(String user, Logged event) {
        return access.may(user, Right.READ, event.assessment())
                && (!event.recorded().isOpinion() || isShown(sight(user, event.assessment()), event.recorded()));
    }

    /** What the user may see of an assessment now. */
    Sight sight(String user, String assessment) {
        return sights.newest(assessment, user);
    }

    /** Whether blind mode leaves the event to the reader whose sight this is. */
    static boolean isShown(Sight sight, Recorded event) {
        return !sight.hides(event.revision());
    }
}
