package org.steelyard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Node;
import org.steelyard.crash.EagerWriters.Said;

/** A process that writes under load is killed as {@code kill -9} does it, and started again on what it left. */
@Tag("outer")
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("steelyard.kills", 4);
    private static final String READY = "ready";

    @TempDir
    Path folder;

    @Test
    void what_a_killed_server_acknowledged_is_there_when_it_starts_again() throws Exception {
        long seed = Long.getLong("steelyard.seed", System.nanoTime());
        var random = new Random(seed);
        var acknowledged = new ArrayList<Said>();

        for (int round = 0; round < KILLS; round++) {
            List<Said> heard = killedAfter(random.nextInt(600), round);

            assertThat(heard).as("seed " + seed + ", round " + round).isNotEmpty();
            acknowledged.addAll(heard);
            Aftermath.in(folder).holds(acknowledged);
        }
        System.out.println("Killed " + KILLS + " times, seed " + seed + ": all of " + acknowledged.size()
                + " acknowledged writes are there");
    }

    private List<Said> killedAfter(int millis, int round) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcessTest.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var heard = new ArrayList<Said>();
            readTo(READY, lines, heard);
            Thread.ofVirtual().start(() -> killAfter(millis, process));
            readTo(null, lines, heard);
            return heard;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Up to this line or, for null, to the end; half a line at the end was not said. */
    private static void readTo(@org.jspecify.annotations.Nullable String end, BufferedReader lines, List<Said> heard)
            throws IOException {
        for (var line = lines.readLine(); line != null && !line.equals(end); line = lines.readLine()) {
            if (line.endsWith(".")) {
                heard.add(Said.parse(line.substring(0, line.length() - 1)));
            }
        }
    }

    private static void killAfter(int millis, Process process) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.toHandle().destroyForcibly(); // through the process it would close what is still to be read
    }

    /** The process that is killed. It says each write that was acknowledged to it, and is ready once each writer has one. */
    public static void main(String[] args) throws InterruptedException {
        var node = Node.with(List.of("--steelyard.data-dir=" + args[0], "--logging.level.root=off"));
        var first = new java.util.concurrent.CountDownLatch(EagerWriters.WRITERS);
        var writers = EagerWriters.start(node, Integer.parseInt(args[1]), said -> {
            System.out.println(said.text() + ".");
            first.countDown();
        });
        first.await();
        System.out.println(READY);
        writers.untilAllHaveFailed();
        System.exit(1);
    }
}
