package org.steelyard.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stream, on a virtual thread of its own. All that came in while it was sending goes out at once. */
final class EventStream {
    /** Whoever may not listen any more is found out after so long, though nothing happens. */
    private static final long LOOK_AFTER = Duration.ofSeconds(2).toNanos();

    private final long heartbeat;
    private volatile @Nullable Thread thread;
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

    /**
     * Begins to send, on another thread, until the narrator or the stream ends.
     *
     * @param over called there at the end, with what went wrong; null where nothing did
     */
    void start(Narrator narrator, OutputStream listener, Duration retry, Consumer<@Nullable Exception> over) {
        Thread unstarted = Thread.ofVirtual().name("stream").unstarted(() -> {
            Exception cause = null;
            try {
                send(narrator, listener, retry);
            } catch (IOException | RuntimeException failed) {
                cause = failed;
            } finally {
                over.accept(cause);
            }
        });
        thread = unstarted;
        unstarted.start();
    }

    private void send(Narrator narrator, OutputStream listener, Duration retry) throws IOException {
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
