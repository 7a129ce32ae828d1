package org.steelyard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What templates say stands in the bundles, and what their links to help lead to stands in the glossary. */
class TemplateTextsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[({}]");
    private static final Pattern TERM = Pattern.compile("(?:/help/|:: term\\(')([a-z-]+)");

    private static final List<String> REPLACED = List.of("th:text", "th:utext", "th:replace", "sec:authentication");

    /** The name of the product is the same in every language. */
    private static final String NAME = "Steelyard";

    @Test
    void a_text_in_a_template_is_a_prototype_that_a_message_replaces() throws IOException {
        var literal = new ArrayList<String>();
        for (Path file : under(TEMPLATES)) {
            var page = Jsoup.parse(Files.readString(file), Parser.xmlParser());
            page.select("style").remove();
            page.nodeStream(TextNode.class)
                    .filter(text -> WORDS.matcher(text.text()).find())
                    .filter(text -> !text.text().strip().equals(NAME))
                    .filter(text -> !isReplaced(text))
                    .forEach(text -> literal.add(file + ": " + text.text().strip()));
        }
        assertThat(literal).isEmpty();
    }

    private static boolean isReplaced(TextNode text) {
        var above = Optional.ofNullable(text.parent());
        return above.isEmpty()
                || Stream.concat(above.stream(), above.orElseThrow().parents().stream())
                        .filter(element -> !element.nameIs("html"))
                        .anyMatch(element -> REPLACED.stream().anyMatch(element::hasAttr));
    }

    @Test
    void every_message_that_a_template_names_is_there() throws IOException {
        var messages = new Properties();
        for (Path file : under(MESSAGES)) {
            try (var in = Files.newBufferedReader(file)) {
                messages.load(in);
            }
        }
        var missing = new ArrayList<String>();
        for (Path file : under(TEMPLATES)) {
            KEY.matcher(Files.readString(file))
                    .results()
                    .map(key -> key.group(1))
                    .filter(key -> !messages.containsKey(key))
                    .forEach(key -> missing.add(file + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_link_to_help_leads_to_a_term() throws IOException {
        var glossary = new Glossary();
        var dead = new ArrayList<String>();
        for (Path file : under(TEMPLATES)) {
            TERM.matcher(Files.readString(file))
                    .results()
                    .filter(term -> glossary.find(term.group(1)).isEmpty())
                    .forEach(term -> dead.add(file + ": " + term.group()));
        }
        assertThat(dead).isEmpty();
    }

    private static List<Path> under(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
