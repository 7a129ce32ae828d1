package org.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final int JAVA_8 = 52;
    private static final int JAVA_1 = 44;

    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "24, 24"})
    void an_older_java_is_refused_in_one_sentence_that_names_it(String version, String feature) {
        assertThat(Launcher.refusal(version, "/opt/old"))
                .isEqualTo("Steelyard needs Java 25 or later, and this is Java " + feature
                        + " (/opt/old): start it with the java of a newer JDK, for example from https://adoptium.net.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "26", "30"})
    void a_java_that_is_new_enough_is_accepted(String version) {
        assertThat(Launcher.refusal(version, "/opt/new")).isNull();
    }

    @Test
    void every_java_since_8_can_read_the_launcher() throws IOException {
        assertThat(classFileVersion(Launcher.class)).isEqualTo(JAVA_8);
    }

    @Test
    void the_launcher_asks_for_the_java_that_the_rest_is_compiled_for() throws IOException {
        assertThat(Launcher.OLDEST_JAVA).isEqualTo(classFileVersion(Steelyard.class) - JAVA_1);
    }

    private static int classFileVersion(Class<?> type) throws IOException {
        var file = Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".class"));
        try (var in = new DataInputStream(file)) {
            in.skipNBytes(6);
            return in.readUnsignedShort();
        }
    }
}
