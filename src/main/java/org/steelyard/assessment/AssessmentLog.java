package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.steelyard.assessment.WholeLog.Stream;

/** The log of every assessment, as readers see it: what was recorded, in order, and nothing else. */
public interface AssessmentLog {

    /** The events of this assessment after a revision (0 for all), oldest first; empty where there are none. */
    List<Recorded> read(String assessment, long afterRevision);

    /** The same up to the first event that cannot be read, as one that a newer version wrote. */
    default Stream readable(String assessment, long afterRevision) {
        return new Stream(assessment, read(assessment, afterRevision), null);
    }

    /** The number of events of this assessment; 0 where nobody opened it. */
    long revision(String assessment);

    /**
     * SHA-256, lower-case hex, of the stream's stored bytes up to this revision: for each event its metadata, wire name and
     * payload, each preceded by its length in bytes as eight bytes, big-endian. Empty where the stream is shorter.
     */
    Optional<String> digest(String assessment, long revision);

    /** The same of events that are not stored yet: what {@link #digest} will say once they are. */
    String digestOf(List<Recorded> events);

    /** Takes events that are not stored yet, one by one, and says at any moment what {@link #digest} will say of them. */
    default RunningDigest runningDigest() {
        var events = new ArrayList<Recorded>();
        return new RunningDigest() {
            @Override
            public void add(Recorded next) {
                events.add(next);
            }

            @Override
            public String soFar() {
                return digestOf(events);
            }
        };
    }

    /** A digest of the events that were added, each the next of its stream. */
    interface RunningDigest {
        void add(Recorded next);

        String soFar();
    }

    /** Whether this user is the author of any event, in any assessment. */
    boolean isAuthor(String user);
}
