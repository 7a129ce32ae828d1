package org.steelyard.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.WholeLog.Portions;
import org.steelyard.assessment.WholeLog.Stream;
import org.steelyard.eventstore.EventRows.Row;
import org.steelyard.eventstore.LogFile.Part;

/**
 * Portions of a long log: its rows are read once, in the order in which they lie, and sorted by assessments into a file. Read
 * assessment by assessment the database would unpack a page for nearly every event, since those of one lie scattered. Where there
 * is no room for the file, they are read so nevertheless.
 */
final class SortedPortions implements Portions {
    private static final Logger LOG = LoggerFactory.getLogger(SortedPortions.class);

    /** So many threads can sort at once, each a stretch of the log. */
    private static final int STRETCHES = 2;

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MOST_GATHERED = 8 << 20;
    private static final int LEAST_AT_ONCE = 4 << 10;
    private static final int MOST_AT_ONCE = 64 << 10;

    private final JdbcTemplate jdbc;
    private final EventRows rows;
    private final Path folder;
    private final long upTo;
    private final int count;
    private final Predicate<String> wanted;
    private final BooleanSupplier goOn;
    private final Portions unsorted;

    private final List<List<Part>> stretches = new ArrayList<>();
    private final AtomicInteger nextStretch = new AtomicInteger();
    private final CountDownLatch unfinished = new CountDownLatch(STRETCHES);
    private final AtomicInteger nextPortion = new AtomicInteger();
    private @Nullable LogFile file;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean noRoom;
    private volatile boolean stopped;

    /**
     * @param count how many portions
     * @param goOn false as soon as nobody wants any more
     * @param unsorted the same assessments, to be read where there is no room
     */
    SortedPortions(
            JdbcTemplate jdbc,
            EventRows rows,
            Path folder,
            long upTo,
            int count,
            Predicate<String> wanted,
            BooleanSupplier goOn,
            Portions unsorted) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.folder = folder;
        this.upTo = upTo;
        this.count = count;
        this.wanted = wanted;
        this.goOn = goOn;
        this.unsorted = unsorted;
        open();
    }

    private void open() {
        try {
            file = new LogFile(folder);
            for (int i = 0; i < STRETCHES; i++) {
                var parts = new ArrayList<Part>();
                for (int j = 0; j < count; j++) {
                    parts.add(file.new Part());
                }
                stretches.add(parts);
            }
        } catch (IOException without) {
            doWithout(without);
        }
    }

    private void doWithout(Exception cause) {
        LOG.warn("The log cannot be sorted in {}, so a rebuild takes longer", folder, cause);
        noRoom = true;
    }

    @Override
    public List<Stream> next() throws InterruptedException {
        sort();
        if (noRoom) {
            return unsorted.next();
        }
        int portion;
        while (!stopped && (portion = nextPortion.getAndIncrement()) < count) {
            List<Stream> streams = read(portion);
            if (!streams.isEmpty()) {
                return streams;
            }
        }
        return List.of();
    }

    /** Sorts what nobody has taken yet, and waits for the others. */
    private void sort() throws InterruptedException {
        int stretch;
        while ((stretch = nextStretch.get()) < STRETCHES) {
            if (nextStretch.compareAndSet(stretch, stretch + 1)) {
                try {
                    sort(stretch);
                } catch (UncheckedIOException without) {
                    doWithout(without);
                } catch (RuntimeException unread) {
                    failure = unread;
                } finally {
                    unfinished.countDown();
                }
            }
        }
        unfinished.await();
        if (failure != null) {
            throw failure;
        }
    }

    private void sort(int stretch) {
        if (noRoom) {
            return;
        }
        List<Part> parts = stretches.get(stretch);
        int atOnce = Math.clamp(MOST_GATHERED / count, LEAST_AT_ONCE, MOST_AT_ONCE);
        long last = upTo * stretch / STRETCHES;
        long end = upTo * (stretch + 1) / STRETCHES;
        long[] lastRead = {last};
        do {
            last = lastRead[0];
            jdbc.query(
                    "SELECT " + EventRows.COLUMNS + " FROM domain_event WHERE global_index > ? AND global_index <= ?"
                            + " ORDER BY global_index FETCH FIRST ? ROWS ONLY",
                    result -> {
                        Row row = EventRows.row(result);
                        lastRead[0] = row.index();
                        if (wanted.test(row.assessment())) {
                            add(parts.get(Math.floorMod(row.assessment().hashCode(), count)), row, atOnce);
                        }
                    },
                    last,
                    end,
                    ROWS_AT_ONCE);
            // What is sorted in part is never handed out.
            stopped |= !goOn.getAsBoolean();
        } while (lastRead[0] > last && !noRoom && !stopped);
        try {
            for (Part part : parts) {
                part.finish();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void add(Part part, Row row, int atOnce) {
        try {
            part.add(row, atOnce);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Stream> read(int portion) {
        var streams = new Streams(rows);
        try {
            for (List<Part> stretch : stretches) {
                stretch.get(portion).read(streams::add);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Sorted events could not be read", failed);
        }
        return streams.all();
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException unclosed) {
                LOG.warn("The file of sorted events could not be closed", unclosed);
            }
        }
    }
}
