package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.steelyard.assessment.WholeLog.Length;
import org.steelyard.balance.Relation;

/** What a rebuild reads: whole assessments, in ranges of keys, up to one place in the log. */
class StoredWholeLogTest {

    @TempDir
    Path folder;

    @Test
    void ranges_of_keys_come_to_all_assessments_that_had_begun_whatever_came_later() {
        try (Node node = Node.on(folder)) {
            open(node, "a", "c", "e");
            comment(node, "c");
            WholeLog log = node.get(WholeLog.class);
            long upTo = log.newest();
            open(node, "b", "f");
            comment(node, "a");

            assertThat(lengths(log, upTo, 2))
                    .containsExactly(new Length("a", 1), new Length("c", 2), new Length("e", 1));
            assertThat(log.streams("a", "e", upTo)).allSatisfy(stream -> {
                List<Recorded> stored = node.get(AssessmentLog.class).read(stream.assessment(), 0);
                assertThat(stream.broken()).isNull();
                assertThat(stream.events())
                        .isEqualTo(stored.subList(0, stream.events().size()));
            });
            assertThat(log.streams("a", "e", upTo).stream()
                            .map(stream -> stream.events().size()))
                    .containsExactly(1, 2, 1);
        }
    }

    @Test
    void a_range_ends_where_it_has_about_so_many_events() {
        try (Node node = Node.on(folder)) {
            open(node, "a", "b", "c");
            comment(node, "a");
            WholeLog log = node.get(WholeLog.class);
            assertThat(log.lengths(null, log.newest(), 2)).containsExactly(new Length("a", 2));
            assertThat(log.lengths("a", log.newest(), 2)).containsExactly(new Length("b", 1), new Length("c", 1));
            assertThat(log.lengths("c", log.newest(), 2)).isEmpty();
        }
    }

    private static List<Length> lengths(WholeLog log, long upTo, long about) {
        var all = new ArrayList<Length>();
        List<Length> next = log.lengths(null, upTo, about);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = log.lengths(all.getLast().assessment(), upTo, about);
        }
        return all;
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
