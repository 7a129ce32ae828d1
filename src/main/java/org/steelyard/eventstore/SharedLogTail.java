package org.steelyard.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.steelyard.assessment.LogTail;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.assessment.WholeLog.Portion;

/**
 * Reads the end of the log on a thread of its own while somebody follows: at once after each commit of this node, and several
 * times a second for what other nodes commit.
 */
final class SharedLogTail implements LogTail, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLogTail.class);

    private static final int AT_ONCE = 1_000;
    private static final Duration OTHER_NODES = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WholeLog log;
    private final Commits commits;
    private final List<Heard> followers = new ArrayList<>();
    private @Nullable Thread reader;
    private long position;
    private boolean closed;

    SharedLogTail(WholeLog log, Commits commits) {
        this.log = log;
        this.commits = commits;
    }

    @Override
    public synchronized Follower follow(Consumer<List<Logged>> hears) {
        if (closed) {
            throw new IllegalStateException("The server is about to stop");
        }
        if (reader == null) {
            position = log.newest();
            reader = Thread.ofVirtual().name("log-tail").start(this::read);
        }
        var follower = new Heard(position, hears);
        followers.add(follower);
        return follower;
    }

    /** Ends the reader, before the database closes under it. */
    @Override
    public void destroy() throws InterruptedException {
        @Nullable Thread last;
        synchronized (this) {
            closed = true;
            last = reader;
        }
        commits.tell();
        if (last != null) {
            last.join(PATIENCE);
        }
    }

    private void read() {
        try {
            while (goesOn()) {
                long known = commits.count();
                Duration pause = OTHER_NODES;
                try {
                    if (tell(log.after(position(), AT_ONCE))) {
                        continue;
                    }
                } catch (RuntimeException failure) {
                    LOG.warn("The end of the log cannot be read; trying again", failure);
                    pause = AFTER_A_FAILURE;
                }
                commits.await(known, pause);
            }
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where nobody follows any more: who comes next begins a reader of their own. */
    private synchronized boolean goesOn() {
        if (closed || followers.isEmpty()) {
            reader = null;
            return false;
        }
        return true;
    }

    private synchronized long position() {
        return position;
    }

    /** Tells all who follow by now; whoever comes later begins after this portion. */
    private boolean tell(Portion portion) {
        List<Heard> hearers;
        synchronized (this) {
            position = portion.upTo();
            hearers = List.copyOf(followers);
        }
        if (portion.events().isEmpty()) {
            return false;
        }
        for (Heard follower : hearers) {
            try {
                follower.hears.accept(portion.events());
            } catch (RuntimeException failure) {
                LOG.error("A follower of the log failed at {}", portion.upTo(), failure);
            }
        }
        return true;
    }

    private final class Heard implements Follower {
        private final long since;
        private final Consumer<List<Logged>> hears;

        Heard(long since, Consumer<List<Logged>> hears) {
            this.since = since;
            this.hears = hears;
        }

        @Override
        public long since() {
            return since;
        }

        @Override
        public void close() {
            synchronized (SharedLogTail.this) {
                followers.remove(this);
            }
        }
    }
}
