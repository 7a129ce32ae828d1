package org.steelyard.load;

import static org.steelyard.load.Wanted.setting;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.steelyard.Node;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Length;
import org.steelyard.assessment.WholeLog.Stream;
import org.steelyard.eventstore.StoredForm;

/**
 * Reading the whole log assessment by assessment, as a rebuild does, against a bare scan-and-parse of the same rows in the order
 * in which they lie, by turns in one run.
 */
final class ReadBench {
    private static final int PORTION = 5_000;
    private static final int ROUNDS = 3;

    private final Node node;

    private ReadBench(Node node) {
        this.node = node;
    }

    static void run() {
        Path data = Path.of(setting("data", "target/load"));
        if (!Files.exists(data.resolve("steelyard.mv.db"))) {
            Load.fill(data, Wanted.asSet());
        }
        try (Node node = Idle.on(data)) {
            new ReadBench(node).measure();
        }
    }

    private void measure() {
        for (int round = 1; round <= ROUNDS; round++) {
            double bare = rate("bare scan and parse", this::scan);
            for (int about : List.of(1_000, 5_000, 20_000)) {
                double streams = rate("streams, about " + about + " at once", () -> streams(about));
                System.out.printf("    %.2f of the bare scan%n", streams / bare);
            }
        }
    }

    /** Events in a second of this thread's own, so that others on the machine count for less. */
    private static double rate(String what, LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        long used = threads.getCurrentThreadCpuTime();
        long events = work.getAsLong();
        double rate = events / ((threads.getCurrentThreadCpuTime() - used) / 1e9);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%-32s %,9d events, %,9.0f a second of the processor, %,9.0f of the clock%n",
                what, events, rate, events / seconds);
        return rate;
    }

    /** In portions, since H2 holds a whole result. */
    private long scan() {
        Serializer serializer = StoredForm.serializer();
        JdbcTemplate jdbc = node.get(JdbcTemplate.class);
        long[] countAndLast = new long[2];
        RowCallbackHandler parse = row -> {
            countAndLast[0]++;
            countAndLast[1] = row.getLong(1);
            serializer.deserialize(
                    new SimpleSerializedObject<>(row.getString(3), String.class, row.getString(2), null));
            serializer.deserialize(new SerializedMetaData<>(row.getString(4), String.class));
        };
        long before;
        do {
            before = countAndLast[0];
            jdbc.query(
                    "SELECT global_index, payload_type, payload, meta_data FROM domain_event WHERE global_index > ?"
                            + " ORDER BY global_index FETCH FIRST ? ROWS ONLY",
                    parse,
                    countAndLast[1],
                    PORTION);
        } while (countAndLast[0] > before);
        return countAndLast[0];
    }

    private long streams(int about) {
        WholeLog log = node.get(WholeLog.class);
        long upTo = log.newest();
        long events = 0;
        @Nullable String last = null;
        while (true) {
            List<Length> next = log.lengths(last, upTo, about);
            if (next.isEmpty()) {
                return events;
            }
            last = next.getLast().assessment();
            for (Stream stream : log.streams(next.getFirst().assessment(), last, upTo)) {
                events += stream.events().size();
            }
        }
    }
}
