package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Submission;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Portions;
import org.steelyard.assessment.WholeLog.Stream;
import org.steelyard.balance.Relation;

/** What a rebuild reads: whole assessments, in portions, up to one place in the log. */
class StoredWholeLogTest {
    private static final int ALL_AT_ONCE = 1_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, ALL_AT_ONCE})
    void portions_come_to_all_assessments_that_had_begun_whatever_came_later(int about) throws InterruptedException {
        try (Node node = Node.on(folder)) {
            open(node, "a", "c", "e");
            comment(node, "c");
            WholeLog log = node.get(WholeLog.class);
            long upTo = log.newest();
            open(node, "b", "f");
            comment(node, "a");

            List<Stream> all = all(log.portions(upTo, about, assessment -> true, () -> true));

            assertThat(all)
                    .extracting(Stream::assessment, stream -> stream.events().size())
                    .containsExactlyInAnyOrder(tuple("a", 1), tuple("c", 2), tuple("e", 1));
            assertThat(all).allSatisfy(stream -> {
                List<Recorded> stored = node.get(AssessmentLog.class).read(stream.assessment(), 0);
                assertThat(stream.broken()).isNull();
                assertThat(stream.events())
                        .isEqualTo(stored.subList(0, stream.events().size()));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, ALL_AT_ONCE})
    void what_is_not_wanted_is_left_out(int about) throws InterruptedException {
        try (Node node = Node.on(folder)) {
            open(node, "a", "b");
            WholeLog log = node.get(WholeLog.class);
            assertThat(all(log.portions(log.newest(), about, "b"::equals, () -> true)))
                    .extracting(Stream::assessment)
                    .containsExactly("b");
        }
    }

    @Test
    void a_log_that_is_sorted_in_part_is_not_handed_out() throws InterruptedException {
        try (Node node = Node.on(folder)) {
            open(node, "a", "b");
            WholeLog log = node.get(WholeLog.class);
            assertThat(all(log.portions(log.newest(), 1, assessment -> true, () -> false)))
                    .isEmpty();
        }
    }

    @Test
    void what_is_sorted_lies_in_no_file_that_has_a_name() throws IOException, InterruptedException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "only POSIX lets a file that is open lose its name");
        try (Node node = Node.on(folder)) {
            open(node, "a", "b");
            WholeLog log = node.get(WholeLog.class);
            try (var before = Files.list(folder);
                    Portions portions = log.portions(log.newest(), 1, assessment -> true, () -> true)) {
                List<Path> names = before.toList();
                assertThat(portions.next()).isNotEmpty();
                assertThat(folder).isDirectoryNotContaining(path -> !names.contains(path));
            }
        }
    }

    @Test
    void where_a_log_cannot_be_sorted_it_is_read_by_the_index() throws IOException, InterruptedException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        try (Node node = Node.on(folder.resolve("data"))) {
            open(node, "a", "b", "c");
            comment(node, "b");
            var rows = new EventRows(new EventSerializer(), List.of());
            var log = new StoredWholeLog(node.get(JdbcTemplate.class), rows, noFolder);
            assertThat(all(log.portions(log.newest(), 2, assessment -> true, () -> true)))
                    .extracting(Stream::assessment, stream -> stream.events().size())
                    .containsExactly(tuple("a", 1), tuple("b", 2), tuple("c", 1));
        }
    }

    private static List<Stream> all(Portions portions) throws InterruptedException {
        try (portions) {
            var all = new ArrayList<Stream>();
            List<Stream> next = portions.next();
            while (!next.isEmpty()) {
                all.addAll(next);
                next = portions.next();
            }
            return all;
        }
    }

    private static void open(Node node, String... keys) {
        for (String key : keys) {
            var opening = new OpenAssessment(
                    key,
                    "Title",
                    "Will it?",
                    Relation.EXCLUSIVE,
                    null,
                    Marking.GREEN,
                    List.of(),
                    PolicyChange.NONE,
                    false);
            node.get(Assessments.class).record(key, List.of(Submission.of(opening, "ann")), null);
        }
    }

    private static void comment(Node node, String key) {
        node.get(Assessments.class)
                .record(key, List.of(Submission.of(new MakeComment("Why?", null, null), "ann")), null);
    }
}
