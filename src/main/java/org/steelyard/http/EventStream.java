package org.steelyard.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One stream, on the thread that made it. All that came in while it was sending goes out at once. */
final class EventStream {
    /** Whoever may not listen any more is found out after so long, though nothing happens. */
    private static final long LOOK_AFTER = Duration.ofSeconds(2).toNanos();

    private final Thread thread = Thread.currentThread();
    private final long heartbeat;
    private volatile boolean woken;
    private volatile boolean ended;

    EventStream(Duration heartbeat) {
        this.heartbeat = heartbeat.toNanos();
    }

    /** There is more to send. */
    void wake() {
        if (!woken) {
            woken = true;
            LockSupport.unpark(thread);
        }
    }

    /** Ends the stream soon. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    /** Sends until the narrator or the stream ends. */
    void send(Narrator narrator, OutputStream listener, Duration retry) throws IOException {
        var frames = new Frames();
        frames.retryAfter(retry.toMillis());
        long beat = System.nanoTime() + heartbeat;
        while (!ended) {
            woken = false;
            if (!narrator.next(frames)) {
                return;
            }
            long now = System.nanoTime();
            if (now - beat >= 0) {
                frames.comment();
                beat = now + heartbeat;
            }
            if (frames.size() > 0) {
                frames.writeTo(listener);
            } else {
                rest(Math.min(LOOK_AFTER, beat - now));
            }
        }
    }

    private void rest(long most) {
        long until = System.nanoTime() + most;
        while (!woken && !ended) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }
}
