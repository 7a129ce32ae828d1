package org.steelyard.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Portions;
import org.steelyard.assessment.WholeLog.Stream;

/**
 * Reading the whole log assessment by assessment, as a rebuild does, against a bare scan-and-parse of the same rows in the order
 * in which they lie, by turns in one run.
 */
final class ReadBench {
    private static final int ROUNDS = 3;

    private final Node node;

    private ReadBench(Node node) {
        this.node = node;
    }

    static void run() {
        try (Node node = Idle.on(Running.data())) {
            new ReadBench(node).measure();
        }
    }

    private void measure() {
        for (int round = 1; round <= ROUNDS; round++) {
            double bare = rate("bare scan and parse", () -> BareScan.run(node.get(JdbcTemplate.class)));
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

    private long streams(int about) {
        WholeLog log = node.get(WholeLog.class);
        long events = 0;
        try (Portions portions = log.portions(log.newest(), about, assessment -> true, () -> true)) {
            List<Stream> next = portions.next();
            while (!next.isEmpty()) {
                for (Stream stream : next) {
                    events += stream.events().size();
                }
                next = portions.next();
            }
            return events;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
