package org.steelyard.dossier.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.Recorded;

class EventSentencesTest {

    static Stream<Class<?>> kindsOfEvent() {
        return leaves(AssessmentEvent.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSentencesTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("kindsOfEvent")
    void every_kind_of_event_has_its_sentence(Class<? extends AssessmentEvent> type) throws Exception {
        String code = "event." + Recorded.kindOf(type);

        assertThat(texts().stringPropertyNames())
                .as("messages/dossier.properties has %s, or one for each of its cases", code)
                .anyMatch(name -> name.equals(code) || name.startsWith(code + "."));
    }

    @Test
    void there_are_as_many_kinds_as_the_log_knows() {
        assertThat(kindsOfEvent()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    private static Properties texts() throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/dossier.properties"), StandardCharsets.UTF_8));
    }
}
