package org.steelyard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundles hold what pages say, all of it, and nothing else. */
class MessageKeysTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path FORMS = Path.of("src/main/java/org/steelyard/workbench");

    private static final Pattern NAMED = Pattern.compile("['\"]([A-Za-z][\\w.-]*)['\"]|#\\{([a-z][\\w.-]*)");

    /** What comes before something that is known only when the page is made. */
    private static final Pattern BEGUN =
            Pattern.compile("['\"]([a-z][\\w.-]*)['\"]\\s*\\+|['\"]([a-z][\\w.-]*\\.)['\"]");

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]*\\b");
    private static final Pattern WRONG = Pattern.compile("\\b(?:blame|wrong)\\([^;]*;");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");

    private final Set<String> names = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    @Test
    void no_message_is_left_that_nothing_says() {
        Stream.concat(under(TEMPLATES, ".html"), under(CODE, ".java"))
                .map(MessageKeysTest::text)
                .forEach(this::gather);

        assertThat(keys()).filteredOn(key -> !isSaid(key)).isEmpty();
    }

    private void gather(String text) {
        NAMED.matcher(text)
                .results()
                .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
        BEGUN.matcher(text)
                .results()
                .forEach(found -> beginnings.add(found.group(1) == null ? found.group(2) : found.group(1)));
        CONSTANT.matcher(text).results().forEach(found -> names.add(found.group()));
    }

    /** By its whole name, by what it begins with, or as a field, a constant or a number of a group of messages that is named. */
    private boolean isSaid(String key) {
        String whole = key.endsWith(".hint") ? key.substring(0, key.length() - ".hint".length()) : key;
        int dot = whole.lastIndexOf('.');
        String last = whole.substring(dot + 1);
        return names.contains(key)
                || names.contains(whole)
                || beginnings.stream().filter(begun -> begun.contains(".")).anyMatch(whole::startsWith)
                || (dot > 0 && names.contains(whole.substring(0, dot)) && names.contains(last));
    }

    @Test
    void what_is_wrong_with_a_field_is_a_message_or_the_words_of_a_rule_and_no_sentence_in_a_form() {
        var sentences = under(FORMS, ".java")
                .flatMap(file -> WRONG.matcher(text(file)).results())
                .flatMap(call -> LITERAL.matcher(call.group()).results())
                .map(MatchResult::group)
                .filter(literal -> literal.contains(" "));

        assertThat(sentences).isEmpty();
    }

    private static List<String> keys() {
        var messages = new Properties();
        under(MESSAGES, ".properties").forEach(file -> {
            try (var in = Files.newBufferedReader(file)) {
                messages.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return messages.stringPropertyNames().stream().sorted().toList();
    }

    private static Stream<Path> under(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
