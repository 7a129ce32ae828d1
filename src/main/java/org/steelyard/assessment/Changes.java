package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.steelyard.balance.At;
import org.steelyard.balance.Versions;

/** Events in the order of recording, of which those that count at a point are found without looking at the others. */
final class Changes {
    /** With the clocks exchanged: sorted by revision, and indexed by effective time. */
    private volatile Versions<Recorded> byRevision = Versions.none();

    void add(Recorded by) {
        long micros = At.micros(by.stamp().effectiveAt());
        byRevision = byRevision.with(/* effectiveMicros= */ by.revision(), /* revision= */ micros, by);
    }

    /** Those after this revision that count at the point, oldest first. */
    List<Recorded> after(long revision, At at) {
        var found = new ArrayList<Recorded>();
        var exchanged = new At(/* revision= */ at.micros(), /* micros= */ at.revision());
        for (Recorded event : byRevision.latestFirst(revision, exchanged)) {
            if (event.revision() <= at.lastThen() || At.micros(event.stamp().effectiveAt()) < at.micros()) {
                found.add(event);
            }
        }
        Collections.reverse(found);
        return found;
    }
}
