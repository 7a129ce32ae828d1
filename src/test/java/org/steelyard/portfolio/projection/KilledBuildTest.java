package org.steelyard.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Node;
import org.steelyard.PostgreSql;

/** A process that builds a generation is killed as {@code kill -9} does it; who comes after it goes on where it was. */
@Tag("outer")
class KilledBuildTest {
    private static final int ASSESSMENTS = 30;

    /** So many assessments the process writes, and is held up before the next. */
    private static final int WRITTEN = 16;

    private static final List<String> SMALL = List.of("--steelyard.projections.portion=10");
    private static final String READY = "held up";

    @TempDir
    Path folder;

    @Test
    void started_again_it_goes_on_where_it_was() throws Exception {
        List<String> settings = with(List.of("--steelyard.data-dir=" + folder));
        try (Node node = Node.with(settings, Gated.Bring.class)) {
            prepare(node);
        }
        killedInMidBuild(settings);

        Set<String> begun = ConcurrentHashMap.newKeySet();
        try (Node node = Node.with(settings, Gated.Bring.class, Count.class)) {
            new Casework(node).awaitServing(Gated.NAME);
            begun.addAll(Count.BEGUN);

            isAsIfNothingHadHappened(node, begun);
        }
    }

    @Test
    void another_node_goes_on_with_the_build_and_the_log() throws Exception {
        List<String> settings = with(PostgreSql.newDatabase().settings());
        try (Node node = Node.with(settings, Gated.Bring.class)) {
            prepare(node);
        }
        Process first = inMidBuild(settings);
        try (Node second = Node.with(settings, Gated.Bring.class, Count.class)) {
            var work = new Casework(second);
            assertThat(work.progress(Gated.NAME).state()).isEqualTo(Progress.State.REBUILDING);
            assertThat(second.get(Projections.class).rebuild(Gated.NAME))
                    .as("it is being built")
                    .isFalse();
            first.toHandle().destroyForcibly();
            first.waitFor();
            work.goOn("k-0", new Random(3));

            work.awaitServing(Gated.NAME);
            work.awaitCaughtUp();
            isAsIfNothingHadHappened(second, Count.BEGUN);
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private static void prepare(Node node) {
        var work = new Casework(node);
        work.open("k-", ASSESSMENTS, 5);
        work.awaitCaughtUp();
    }

    private static void isAsIfNothingHadHappened(Node node, Set<String> begun) {
        var work = new Casework(node);
        assertThat(work.serving(Gated.NAME)).isEqualTo(2);
        assertThat(begun)
                .as("what was left to do: all but what was committed before, in portions of two, two side by side")
                .hasSizeBetween(1, ASSESSMENTS - WRITTEN + 4);
        List<Map<String, Object>> resumed = work.rows().get(Gated.NAME);
        assertThat(node.get(Projections.class).rebuild(Gated.NAME)).isTrue();
        work.awaitServing(Gated.NAME);
        assertThat(resumed).isEqualTo(work.rows().get(Gated.NAME)).isNotEmpty();
    }

    private static List<String> with(List<String> settings) {
        var all = new ArrayList<>(settings);
        all.addAll(SMALL);
        return all;
    }

    private static void killedInMidBuild(List<String> settings) throws IOException, InterruptedException {
        Process process = inMidBuild(settings);
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** A process that is at a build, held up. */
    private static Process inMidBuild(List<String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBuildTest.class.getName()));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
            assertThat(line).as("it ended before it was at it").isNotNull();
        }
        return process;
    }

    /** The process that is killed. */
    public static void main(String[] settings) throws InterruptedException {
        var all = new ArrayList<>(List.of(settings));
        all.add("--logging.level.root=off");
        Node node = Node.with(all, Gated.Bring.class);
        var left = new AtomicInteger(WRITTEN);
        var forever = new CountDownLatch(1);
        node.get(Gated.class).told = advance -> {
            if (advance.generation() == 2 && left.getAndDecrement() <= 0) {
                System.out.println(READY);
                Gated.waitFor(forever).accept(advance);
            }
        };
        node.get(Projections.class).rebuild(Gated.NAME);
        forever.await();
    }

    /** Notes which assessments a node begins to write under the second generation. */
    static class Count implements org.springframework.beans.factory.config.BeanPostProcessor {
        static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();

        Count() {
            BEGUN.clear();
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Gated gated) {
                gated.told = advance -> {
                    if (advance.generation() == 2 && advance.after() == 0) {
                        BEGUN.add(advance.state().key());
                    }
                };
            }
            return bean;
        }
    }
}
