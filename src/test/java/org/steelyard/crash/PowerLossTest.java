package org.steelyard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Node;
import org.steelyard.crash.EagerWriters.Said;
import org.steelyard.eventstore.Unforced;

/** The power goes while eight writers write, at any access to the disk, and a plain H2 opens what the disk kept. */
@Tag("outer")
class PowerLossTest {
    private static final int CUTS = Integer.getInteger("steelyard.cuts", 4);
    private static final int ACCESSES = 1_500;

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_survives_the_power() throws Exception {
        long seed = Long.getLong("steelyard.seed", System.nanoTime());
        var random = new Random(seed);
        int all = 0;
        for (int i = 0; i < CUTS; i++) {
            var place = folder.resolve("cut-" + i);
            var disk = new LossyDisk(random, i % 2 == 0 ? 0 : random.nextDouble());

            List<Said> acknowledged = acknowledgedBeforeCut(disk, place, random.nextInt(100, ACCESSES));

            assertThat(acknowledged).as("seed " + seed + ", cut " + i).isNotEmpty();
            Aftermath.in(place).holds(acknowledged);
            all += acknowledged.size();
        }
        System.out.println(
                "Power cut " + CUTS + " times, seed " + seed + ": all of " + all + " acknowledged writes are there");
    }

    @Test
    void without_forcing_the_disk_acknowledged_writes_are_lost() throws Exception {
        var disk = new LossyDisk(new Random(1), 0);

        List<Said> acknowledged = acknowledgedBeforeCut(disk, folder, ACCESSES, Unforced.class);

        assertThat(Aftermath.in(folder).lost(acknowledged)).isPositive();
    }

    private static List<Said> acknowledgedBeforeCut(LossyDisk disk, Path place, int access, Class<?>... more)
            throws Exception {
        var acknowledged = Collections.synchronizedList(new ArrayList<Said>());
        LossyFiles.use(disk);
        var settings = List.of(
                "--spring.datasource.url=" + urlInUse().replace("file:${steelyard.data-dir}", "lossy:" + place),
                "--spring.datasource.hikari.connection-timeout=2000",
                "--logging.level.root=off");
        try (var node = Node.with(settings, more)) {
            disk.rest();
            disk.cutAt(access);
            var writers = EagerWriters.start(node, 0, acknowledged::add);
            disk.untilCut();
            writers.untilAllHaveFailed();
        }
        return List.copyOf(acknowledged);
    }

    /** The URL that the application comes with: its settings are part of what is tried. */
    private static String urlInUse() throws Exception {
        return Files.readString(Path.of("src/main/resources/application.yaml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("url: "))
                .findFirst()
                .orElseThrow()
                .substring("url: ".length());
    }
}
