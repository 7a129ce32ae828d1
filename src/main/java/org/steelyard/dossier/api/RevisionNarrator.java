package org.steelyard.dossier.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Admission;
import org.steelyard.access.Readers;
import org.steelyard.assessment.Recorded;
import org.steelyard.http.Frames;
import org.steelyard.http.Narrator;
import tools.jackson.databind.json.JsonMapper;

/** What one listener to one assessment is sent. A burst that they are too slow for becomes its newest revision. */
final class RevisionNarrator implements Narrator {
    /** Events that wait for a listener at most. */
    static final int MOST = 500;

    private final LiveRevisions revisions;
    private final Readers readers;
    private final JsonMapper json;
    private final String assessment;
    private final Admission admission;
    private final Runnable wake;
    private final Queue<Recorded> waiting = new ArrayDeque<>();
    private boolean begun;
    /** The newest revision that the listener was sent, or began after. */
    private long sent;

    RevisionNarrator(
            LiveRevisions revisions,
            Readers readers,
            JsonMapper json,
            String assessment,
            Admission admission,
            Runnable wake) {
        this.revisions = revisions;
        this.readers = readers;
        this.json = json;
        this.assessment = assessment;
        this.admission = admission;
        this.wake = wake;
    }

    /** What an event of the stream says of the event that was recorded: of one that may be hidden, that it was. */
    record Change(
            long revision,
            @Nullable String kind,
            @Nullable String item,
            @Nullable String actor) {
        static Change hidden(Recorded recorded) {
            return new Change(recorded.revision(), null, null, null);
        }

        static Change of(Recorded recorded) {
            return new Change(
                    recorded.revision(),
                    recorded.kind(),
                    recorded.event().item(),
                    recorded.stamp().actor());
        }
    }

    String assessment() {
        return assessment;
    }

    /** Begins after a revision, with what was recorded since. */
    void begin(long after, List<Recorded> missed) {
        sent = after;
        synchronized (waiting) {
            var heard = List.copyOf(waiting);
            waiting.clear();
            missed.forEach(this::put);
            heard.forEach(this::put);
        }
    }

    /** Something was recorded. */
    void hear(Recorded recorded) {
        synchronized (waiting) {
            put(recorded);
        }
        wake.run();
    }

    private void put(Recorded recorded) {
        if (waiting.size() >= MOST) {
            waiting.clear();
        }
        waiting.add(recorded);
    }

    private Collection<Recorded> taken() {
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
        for (Recorded recorded : taken) {
            if (recorded.revision() > sent) {
                sent = recorded.revision();
                boolean hidden = recorded.isOpinion()
                        && !recorded.stamp().author().equals(admission.user())
                        && isBlind.test(assessment);
                var change = hidden ? Change.hidden(recorded) : Change.of(recorded);
                frames.add(Frames.frame(sent, "revision", json.writeValueAsString(change)));
            }
        }
        return true;
    }

    @Override
    public void close() {
        revisions.remove(this);
    }
}
