package org.steelyard.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log again and again by its index, each time from where it was, as every follower of the log does. */
final class IndexPoller implements AutoCloseable {
    private final JdbcTemplate jdbc;
    private final List<Long> seen = new ArrayList<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;

    private IndexPoller(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        thread = Thread.ofVirtual().unstarted(this::follow);
    }

    static IndexPoller follow(JdbcTemplate jdbc) {
        var poller = new IndexPoller(jdbc);
        poller.thread.start();
        return poller;
    }

    private void follow() {
        try {
            boolean last;
            do {
                last = stopping;
                seen.addAll(after(seen.isEmpty() ? 0 : seen.getLast()));
            } while (!last);
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private List<Long> after(long index) {
        return jdbc.query(
                "SELECT global_index FROM domain_event WHERE global_index > ? ORDER BY global_index",
                (row, number) -> row.getLong(1),
                index);
    }

    /** Reads once more to the end and returns every index that it was ever shown. */
    List<Long> seen() {
        close();
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        stopping = true;
        done.join();
    }
}
