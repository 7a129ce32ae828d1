package org.steelyard.portfolio.live;

import java.util.HashSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Admission;
import org.steelyard.access.Readers;
import org.steelyard.assessment.Told;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.http.Frames;
import org.steelyard.http.Narrator;

/** What one listener to all assessments is sent: of each change that they may read of, all of them, in the order of the log. */
final class ChangeNarrator implements Narrator {
    /** Bytes after which what there is goes out. */
    private static final int ENOUGH = 64 << 10;

    private static final int AT_ONCE = 500;

    private final LiveChanges changes;
    private final Readers readers;
    private final Admission admission;
    private final Runnable wake;
    private boolean begun;
    /** The index up to which the listener was sent all; {@code link} is where that is, once it is among what is kept. */
    private long position;

    private @Nullable Link link;

    ChangeNarrator(LiveChanges changes, Readers readers, Admission admission, Runnable wake, long position) {
        this.changes = changes;
        this.readers = readers;
        this.admission = admission;
        this.wake = wake;
        this.position = position;
    }

    @Override
    public boolean next(Frames frames) {
        if (!begun) {
            begun = true;
            frames.standAt(position);
        }
        if (link == null) {
            link = changes.at(position);
        }
        return link == null ? catchUp(frames) : walk(link, frames);
    }

    /** Rights are looked at after it is settled what is to be sent: they are those at the time of that, or later. */
    private boolean walk(Link from, Frames frames) {
        Link end = changes.newest();
        var mayRead = readers.readableBy(admission);
        if (mayRead.isEmpty() || end.number - from.number > LiveChanges.KEPT) {
            return false;
        }
        var isBlind = readers.blindedBy(admission);
        Link at = from;
        for (var next = at.next(); next != null && at != end && frames.size() < ENOUGH; next = at.next()) {
            at = next;
            if (at.index > position) {
                position = at.index;
                send(mayRead.get(), isBlind, at.told, frames);
            }
        }
        link = at;
        return true;
    }

    private boolean catchUp(Frames frames) {
        var portion = changes.after(position, AT_ONCE);
        var happenedIn = new HashSet<String>();
        portion.events().forEach(event -> happenedIn.add(event.assessment()));
        readers.look(happenedIn);
        var mayRead = readers.readableBy(admission);
        if (mayRead.isEmpty()) {
            return false;
        }
        var isBlind = readers.blindedBy(admission);
        for (Logged event : portion.events()) {
            send(mayRead.get(), isBlind, changes.told(event), frames);
        }
        position = portion.upTo();
        // There is more: nobody else would say so.
        wake.run();
        return true;
    }

    private void send(Predicate<String> mayRead, Predicate<String> isBlind, Told told, Frames frames) {
        if (mayRead.test(told.assessment())) {
            frames.add(told.to(admission.user(), isBlind));
        }
    }

    @Override
    public void close() {
        changes.end(wake);
    }
}
