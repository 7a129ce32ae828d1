package org.steelyard.dossier.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.steelyard.access.Admission;
import org.steelyard.access.Readers;
import org.steelyard.dossier.api.Retelling.Heard;
import org.steelyard.http.Frames;
import org.steelyard.http.Narrator;

/** What one listener to one assessment is sent. A burst that they are too slow for becomes its newest revision. */
final class RevisionNarrator implements Narrator {
    /** Events that wait for a listener at most. */
    static final int MOST = 500;

    private final LiveRevisions revisions;
    private final Readers readers;
    private final String assessment;
    private final Admission admission;
    private final Runnable wake;
    private final Queue<Heard> waiting = new ArrayDeque<>();
    private boolean begun;
    /** The newest revision that the listener was sent, or began after. */
    private long sent;

    RevisionNarrator(LiveRevisions revisions, Readers readers, String assessment, Admission admission, Runnable wake) {
        this.revisions = revisions;
        this.readers = readers;
        this.assessment = assessment;
        this.admission = admission;
        this.wake = wake;
    }

    String assessment() {
        return assessment;
    }

    /** Begins after a revision, with what was recorded since. */
    void begin(long after, List<Heard> missed) {
        sent = after;
        synchronized (waiting) {
            var heardMeanwhile = List.copyOf(waiting);
            waiting.clear();
            missed.forEach(this::put);
            heardMeanwhile.forEach(this::put);
        }
    }

    /** Something was recorded. */
    void hear(Heard heard) {
        synchronized (waiting) {
            put(heard);
        }
        wake.run();
    }

    private void put(Heard heard) {
        if (waiting.size() >= MOST) {
            waiting.clear();
        }
        waiting.add(heard);
    }

    private Collection<Heard> taken() {
        synchronized (waiting) {
            var taken = new ArrayList<>(waiting);
            waiting.clear();
            return taken;
        }
    }

    @Override
    public boolean next(Frames frames) {
        // What is waiting is taken first: rights are those at its time or later.
        var taken = taken();
        if (readers.readableBy(admission).filter(may -> may.test(assessment)).isEmpty()) {
            return false;
        }
        if (!begun) {
            begun = true;
            frames.standAt(sent);
        }
        var isBlind = readers.blindedBy(admission);
        for (Heard heard : taken) {
            if (heard.revision() > sent) {
                sent = heard.revision();
                frames.add(heard.told().to(admission.user(), isBlind));
            }
        }
        return true;
    }

    @Override
    public void close() {
        revisions.remove(this);
    }
}
