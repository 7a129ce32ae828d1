package org.steelyard.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The terms of docs/glossary.md, which the build puts beside the classes: documents and pages say the same. */
@Component("glossary")
final class Glossary {
    private static final Pattern ROW = Pattern.compile("\\|\\s*(.+?)\\s*\\|\\s*(.+?)\\s*\\|");
    private static final Pattern SOURCE = Pattern.compile("(.*?)\\s*\\[([^]]+)]$");
    private static final Pattern MARKUP = Pattern.compile("[*`]");

    private final Map<String, Term> terms = new LinkedHashMap<>();

    /**
     * One word for one thing.
     *
     * @param slug its place in the address
     * @param source where the word is from, or null where it is this project's
     */
    record Term(
            String slug,
            String name,
            String meaning,
            @Nullable String source) {}

    Glossary() {
        this(read());
    }

    Glossary(String markdown) {
        markdown.lines().map(Glossary::term).flatMap(Optional::stream).forEach(term -> terms.put(term.slug(), term));
    }

    List<Term> terms() {
        return List.copyOf(terms.values());
    }

    Optional<Term> find(String slug) {
        return Optional.ofNullable(terms.get(slug));
    }

    /** What a term means in its first sentence. Templates call it: a link says where it leads to. */
    public String brief(String slug) {
        String meaning = find(slug)
                .orElseThrow(() -> new IllegalArgumentException("no term " + slug))
                .meaning();
        int end = meaning.indexOf(". ");
        return end < 0 ? meaning : meaning.substring(0, end + 1);
    }

    /** The other terms whose names stand in this one's meaning. */
    List<Term> near(Term term) {
        var near = new ArrayList<Term>();
        for (Term other : terms.values()) {
            var word = Pattern.compile("\\b" + Pattern.quote(other.name()) + "s?\\b", Pattern.CASE_INSENSITIVE);
            if (!other.equals(term) && word.matcher(term.meaning()).find()) {
                near.add(other);
            }
        }
        return near;
    }

    private static Optional<Term> term(String line) {
        var row = ROW.matcher(line);
        if (!row.matches() || row.group(1).equals("term") || row.group(1).startsWith("--")) {
            return Optional.empty();
        }
        String name = plain(row.group(1));
        var source = SOURCE.matcher(row.group(2));
        boolean named = source.matches();
        return Optional.of(new Term(
                slug(name), name, plain(named ? source.group(1) : row.group(2)), named ? source.group(2) : null));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String plain(String markdown) {
        return MARKUP.matcher(markdown).replaceAll("");
    }

    private static String read() {
        try {
            return new ClassPathResource("help/glossary.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("help/glossary.md is not in the jar", missing);
        }
    }
}
