package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.steelyard.assessment.Writing.comment;
import static org.steelyard.assessment.Writing.opening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.Steelyard;

class AssessmentsTest {
    @TempDir
    Path data;

    private ConfigurableApplicationContext context;
    private Assessments assessments;
    private AssessmentLog log;

    @BeforeEach
    void start() {
        context = new SpringApplicationBuilder(Steelyard.class)
                .web(WebApplicationType.NONE)
                .run("--steelyard.data-dir=" + data, "--spring.main.banner-mode=off");
        assessments = context.getBean(Assessments.class);
        log = context.getBean(AssessmentLog.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void what_was_recorded_is_read_back_after_a_restart() {
        open("iraq");
        assessments.record("iraq", List.of(comment("first")), 1L);
        List<Recorded> before = log.read("iraq", 0);

        stop();
        start();

        assertThat(log.read("iraq", 0)).isEqualTo(before);
        assertThat(before).extracting(Recorded::kind).containsExactly("assessment-opened", "comment-made");
        assertThat(assessments
                        .record("iraq", List.of(comment("second")), 2L)
                        .state()
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void a_write_on_a_revision_that_is_no_longer_the_newest_records_nothing() {
        open("iraq");
        assessments.record("iraq", List.of(comment("first")), null);

        assertThatThrownBy(() -> assessments.record("iraq", List.of(comment("second")), 1L))
                .isInstanceOfSatisfying(
                        StaleRevision.class,
                        stale -> assertThat(stale.current()).isEqualTo(2));
        assertThat(log.revision("iraq")).isEqualTo(2);
    }

    @Test
    void a_refused_command_takes_those_before_it_with_it() {
        open("iraq");

        assertThatThrownBy(() -> assessments.record("iraq", List.of(comment("good"), comment("")), null))
                .isInstanceOf(Refused.class);

        assertThat(log.revision("iraq")).isEqualTo(1);
        assertThat(assessments
                        .record("iraq", List.of(comment("good")), 1L)
                        .state()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void what_fails_alongside_takes_the_events_with_it() {
        open("iraq");

        assertThatThrownBy(() -> assessments.record("iraq", List.of(comment("good")), null, outcome -> {
                    throw new IllegalStateException("alongside");
                }))
                .hasMessageContaining("alongside");

        assertThat(log.revision("iraq")).isEqualTo(1);
        assertThat(assessments
                        .record("iraq", List.of(comment("good")), 1L)
                        .state()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void writers_at_the_same_moment_lose_and_double_nothing() throws Exception {
        open("iraq");
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String text = "comment " + i;
            writers.add(() -> assessments
                    .record("iraq", List.of(comment(text)), null)
                    .last()
                    .revision());
        }

        var revisions = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Long> done : threads.invokeAll(writers)) {
                revisions.add(done.get());
            }
        }

        assertThat(revisions).doesNotHaveDuplicates().hasSize(64);
        assertThat(log.read("iraq", 0))
                .extracting(Recorded::revision)
                .hasSize(65)
                .isSorted();
    }

    @Test
    void histories_are_appended_all_or_none() {
        open("taken");
        List<Recorded> fresh = decided("fresh");

        assertThatThrownBy(() -> assessments.importAll(List.of(fresh, decided("taken")), outcomes -> {}))
                .isInstanceOf(AlreadyOpened.class);
        assertThat(log.revision("fresh")).isZero();

        assessments.importAll(List.of(fresh), outcomes -> {});
        assertThat(log.read("fresh", 0)).isEqualTo(fresh);
        assertThat(log.digest("fresh", 1)).contains(log.digestOf(fresh));
    }

    private static List<Recorded> decided(String key) {
        return AssessmentDecider.decide(
                AssessmentState.none(), opening(key), java.time.Instant.parse("2025-01-02T03:04:05Z"));
    }

    private void open(String key) {
        Writing.open(assessments, key);
    }
}
