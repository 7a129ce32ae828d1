package org.steelyard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.StaleRevision;
import org.steelyard.assessment.Submission;
import org.steelyard.assessment.Writing;

/** What holds for writers at the same moment, whether one node serves them or several. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManyWriters {
    private static final int WRITERS = 32;

    private final List<Node> nodes;

    ManyWriters(Node... nodes) {
        this.nodes = List.of(nodes);
    }

    @AfterAll
    void stop() {
        nodes.forEach(Node::close);
    }

    @Test
    void writers_to_one_assessment_lose_and_double_nothing() throws Exception {
        open("hot");

        List<Long> revisions = together(writer -> {
            var mine = new ArrayList<Long>();
            for (int i = 0; i < 4; i++) {
                mine.add(Writing.say(assessments(writer), "hot", "writer " + writer + " says " + i));
            }
            return mine;
        });

        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 1 + WRITERS * 4).boxed().toList());
        assertThat(texts("hot")).hasSize(WRITERS * 4).doesNotHaveDuplicates();
        assertThat(log().read("hot", 0)).extracting(Recorded::revision).isSorted();
    }

    @Test
    void of_writers_who_name_the_same_revision_one_succeeds_and_the_others_hear_of_it() throws Exception {
        open("matched");

        List<String> answers = together(writer -> {
            try {
                assessments(writer).record("matched", List.of(Writing.comment("from " + writer)), 1L);
                return List.of("recorded");
            } catch (StaleRevision stale) {
                return List.of("stale at " + stale.current());
            }
        });

        assertThat(answers).containsOnlyOnce("recorded").containsOnly("recorded", "stale at 2");
        assertThat(log().revision("matched")).isEqualTo(2);
    }

    @Test
    void of_those_who_open_under_the_same_key_one_succeeds() throws Exception {
        List<Boolean> opened = together(writer -> {
            try {
                Writing.open(assessments(writer), "wanted");
                return List.of(true);
            } catch (RuntimeException refused) {
                assertThat(refused).hasMessageContaining("wanted");
                return List.of(false);
            }
        });

        assertThat(opened).containsOnlyOnce(true);
        assertThat(log().revision("wanted")).isEqualTo(1);
    }

    @Test
    void an_index_never_appears_below_one_that_was_seen() throws Exception {
        var jdbc = nodes.getLast().get(JdbcTemplate.class);
        try (var poller = IndexPoller.follow(jdbc)) {
            together(writer -> {
                open("many-" + writer);
                for (int i = 0; i < 5; i++) {
                    Writing.say(assessments(writer), "many-" + writer, "again");
                }
                return List.of();
            });

            assertThat(poller.seen())
                    .isEqualTo(jdbc.queryForList(
                            "SELECT global_index FROM domain_event ORDER BY global_index", Long.class))
                    .hasSizeGreaterThanOrEqualTo(WRITERS * 6);
        }
    }

    @Test
    void what_one_node_recorded_is_known_to_a_write_on_any_other() {
        open("shared");
        int turns = 0;
        for (Node node : nodes) {
            var assessments = node.get(Assessments.class);
            var key = "h" + ++turns;
            assessments.record("shared", List.of(by(new ProposeInterpretation(key, "It will", null, null))), null);
        }
        long newest = log().revision("shared");

        // Each node's cached state ends where it wrote itself.
        var first = nodes.getFirst().get(Assessments.class);
        first.record("shared", List.of(Writing.comment("I read all of it")), newest);
        first.record(
                "shared", List.of(by(new WithdrawInterpretation("h" + turns)).because("merged")), null);

        assertThat(log().revision("shared")).isEqualTo(newest + 2);
    }

    private static Submission by(org.steelyard.assessment.AssessmentCommand command) {
        return Submission.of(command, "an1");
    }

    private void open(String key) {
        Writing.open(assessments(0), key);
    }

    final Node node(int number) {
        return nodes.get(number % nodes.size());
    }

    final Assessments assessments(int writer) {
        return node(writer).get(Assessments.class);
    }

    private AssessmentLog log() {
        return nodes.getLast().get(AssessmentLog.class);
    }

    final List<String> texts(String key) {
        return log().read(key, 1).stream()
                .map(recorded -> ((CommentMade) recorded.event()).text())
                .toList();
    }

    /** Runs the task once for each writer, all at once, and returns all that they returned. */
    private static <T> List<T> together(Task<T> task) throws Exception {
        List<Callable<List<T>>> tasks = IntStream.range(0, WRITERS)
                .<Callable<List<T>>>mapToObj(writer -> () -> task.run(writer))
                .toList();
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : threads.invokeAll(tasks)) {
                answers.addAll(done.get());
            }
        }
        return answers;
    }

    @FunctionalInterface
    interface Task<T> {
        List<T> run(int writer) throws Exception;
    }
}
