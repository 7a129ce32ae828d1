package org.steelyard.portfolio.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Admission;
import org.steelyard.access.Readers;
import org.steelyard.assessment.LogTail;
import org.steelyard.assessment.Told;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.http.Frames;
import org.steelyard.http.Narrator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of each event once for all who listen on this node, and keeps the newest as they are sent, so that who lost a stream a
 * moment ago comes back without a query.
 */
@Component
class LiveChanges {
    /** Changes that are kept; who falls behind them must come back. */
    static final int KEPT = 10_000;

    /** Listeners who read the log for what is not kept any more, at a time: they share the connections with everybody. */
    private static final int READING = 3;

    private final LogTail tail;
    private final WholeLog log;
    private final Readers readers;
    private final JsonMapper json;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Semaphore reading = new Semaphore(READING);
    private LogTail.@Nullable Follower follower;
    private Link oldest = Link.beginning(0);
    private volatile Link newest = oldest;

    LiveChanges(LogTail tail, WholeLog log, Readers readers, JsonMapper json) {
        this.tail = tail;
        this.log = log;
        this.readers = readers;
        this.json = json;
    }

    /**
     * What happens in all assessments from now on, or after an index of the log.
     *
     * @param wake called when there is more
     */
    Narrator narrator(OptionalLong after, Admission admission, Runnable wake) {
        begin(wake);
        try {
            readers.look(Set.of());
            long end = log.newest();
            return new ChangeNarrator(this, readers, admission, wake, Math.min(after.orElse(end), end));
        } catch (RuntimeException failed) {
            end(wake);
            throw failed;
        }
    }

    private synchronized void begin(Runnable wake) {
        if (follower == null) {
            follower = tail.follow(this::hear);
            oldest = Link.beginning(follower.since());
            newest = oldest;
        }
        listeners.add(wake);
    }

    synchronized void end(Runnable wake) {
        listeners.remove(wake);
        if (listeners.isEmpty() && follower != null) {
            follower.close();
            follower = null;
            oldest = newest;
        }
    }

    private void hear(List<Logged> events) {
        var told = new ArrayList<Told>(events.size());
        var happenedIn = new HashSet<String>();
        for (Logged event : events) {
            told.add(told(event));
            happenedIn.add(event.assessment());
        }
        readers.look(happenedIn);
        append(events, told);
        listeners.forEach(Runnable::run);
    }

    private synchronized void append(List<Logged> events, List<Told> told) {
        for (int i = 0; i < events.size(); i++) {
            newest = newest.append(events.get(i).index(), told.get(i));
        }
        while (newest.number - oldest.number > KEPT) {
            var next = oldest.next();
            oldest = next == null ? newest : next;
        }
    }

    Told told(Logged event) {
        return Told.of(
                event.assessment(),
                event.recorded(),
                frame(event, Change.of(event)),
                () -> frame(event, Change.hidden(event)));
    }

    private byte[] frame(Logged event, Change change) {
        return Frames.frame(event.index(), "change", json.writeValueAsString(change));
    }

    Link newest() {
        return newest;
    }

    /** The last link up to this index; null where those after it are not kept. */
    synchronized @Nullable Link at(long index) {
        if (oldest.index > index) {
            return null;
        }
        var link = oldest;
        for (var next = link.next(); next != null && next.index <= index; next = next.next()) {
            link = next;
        }
        return link;
    }

    /** Reads some of the log for a listener who is behind what is kept. */
    WholeLog.Portion after(long index, int most) {
        return sparing(() -> log.after(index, most));
    }

    private <T> T sparing(Supplier<T> read) {
        reading.acquireUninterruptibly();
        try {
            return read.get();
        } finally {
            reading.release();
        }
    }
}
