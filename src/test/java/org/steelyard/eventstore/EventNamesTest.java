package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.Recorded;

class EventNamesTest {

    @Test
    void every_event_has_a_wire_name() {
        assertThat(EventNames.all().keySet())
                .isEqualTo(new HashSet<>(events(AssessmentEvent.class).toList()));
    }

    @Test
    void a_wire_name_is_the_kind_with_a_version() {
        EventNames.all()
                .forEach(
                        (type, name) -> assertThat(name).matches("assessment\\." + Recorded.kindOf(type) + "\\.v\\d+"));
    }

    @Test
    void no_two_events_share_a_name() {
        assertThat(EventNames.all().values()).doesNotHaveDuplicates();
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventNamesTest::events);
    }
}
