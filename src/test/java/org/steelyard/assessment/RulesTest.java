package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Pattern SHOWN = Pattern.compile("thenRefused\\(\\s*Rule\\.(\\w+)\\)");

    @Test
    void every_rule_is_broken_by_a_test() throws IOException {
        Set<Rule> shown = EnumSet.noneOf(Rule.class);
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/steelyard/assessment"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var matcher = SHOWN.matcher(Files.readString(file));
                while (matcher.find()) {
                    shown.add(Rule.valueOf(matcher.group(1)));
                }
            }
        }
        assertThat(shown).containsExactlyInAnyOrder(Rule.values());
    }
}
