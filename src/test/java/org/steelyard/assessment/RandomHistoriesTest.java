package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;

/** That random histories hold everything that can happen, or properties tried on them would say little. */
class RandomHistoriesTest {
    private static final List<List<Recorded>> HISTORIES = histories();

    private static List<List<Recorded>> histories() {
        var histories = new ArrayList<List<Recorded>>();
        RandomHistories.each(100, (random, history) -> histories.add(history));
        return histories;
    }

    @Test
    void every_kind_of_event_occurs() {
        Set<Class<?>> kinds = new HashSet<>();
        all().forEach(recorded -> kinds.add(recorded.event().getClass()));
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(records(AssessmentEvent.class));
    }

    @Test
    void every_command_is_made() {
        Set<Class<?>> commands = new HashSet<>();
        for (List<Recorded> history : HISTORIES) {
            AssessmentState state = AssessmentState.fold(history);
            var made = new RandomCommands(new Random(history.size()), state, state.newest(), "ada");
            commands.add(made.opening("a").getClass());
            for (int i = 0; i < 100; i++) {
                commands.add(made.any().getClass());
            }
        }
        assertThat(commands).containsExactlyInAnyOrderElementsOf(records(AssessmentCommand.class));
    }

    @Test
    void facts_are_learned_late_and_out_of_order() {
        assertThat(HISTORIES).anySatisfy(history -> {
            var effective = history.stream()
                    .map(recorded -> recorded.stamp().effectiveAt())
                    .toList();
            assertThat(effective).isNotEqualTo(effective.stream().sorted().toList());
            assertThat(new HashSet<>(effective)).hasSizeLessThan(effective.size());
            assertThat(history.stream().map(recorded -> recorded.stamp().recordedAt()))
                    .isSorted();
        });
    }

    @Test
    void corrections_empty_fields_and_move_items_and_origins() {
        assertOccurs(event -> event instanceof EvidenceCorrected e && e.source() != null);
        assertOccurs(
                event -> event instanceof EvidenceCorrected e && e.cleared().contains("origin"));
        assertOccurs(event -> event instanceof SourceCorrected e && e.origin() != null);
        assertOccurs(event -> event instanceof SourceCorrected e && e.cleared().contains("origin"));
        assertOccurs(event -> event instanceof SourceCorrected e && e.reliability() != null);
    }

    @Test
    void authors_are_many_and_not_always_those_who_send() {
        assertThat(all().map(recorded -> recorded.stamp().author()).distinct()).hasSizeGreaterThan(4);
        assertThat(all())
                .anyMatch(recorded ->
                        !recorded.stamp().author().equals(recorded.stamp().actor()));
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(RandomHistories.any(new Random(7))).isEqualTo(RandomHistories.any(new Random(7)));
    }

    private static void assertOccurs(Predicate<AssessmentEvent> wanted) {
        assertThat(all().map(Recorded::event)).anyMatch(wanted);
    }

    private static Stream<Recorded> all() {
        return HISTORIES.stream().flatMap(List::stream);
    }

    private static Set<Class<?>> records(Class<?> sealed) {
        Set<Class<?>> records = new HashSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                records.add(permitted);
            } else {
                records.addAll(records(permitted));
            }
        }
        return records;
    }
}
