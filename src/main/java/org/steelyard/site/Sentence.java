package org.steelyard.site;

import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence from a message bundle that keeps its parts apart, so that a page can set a name in it in bold or make it a link
 * without a text ever becoming markup.
 */
public record Sentence(List<Part> parts) {

    public static final Sentence EMPTY = new Sentence(List.of());

    /**
     * A stretch of text.
     *
     * @param style the class that a name is set in; null for plain text
     * @param href where it leads, or null
     */
    public record Part(
            String text, @Nullable String style, @Nullable String href) {}

    /** An argument of a message that is to stand out: a name in a style, perhaps with a link. */
    public record Name(
            String text, @Nullable String style, @Nullable String href) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Fills a pattern of {@link MessageFormat}; arguments that are a {@link Name} become parts of their own, and those that are
     * a sentence keep their parts.
     */
    public static Sentence of(String pattern, Object... arguments) {
        var texts = Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Name || argument instanceof Sentence ? argument.toString() : argument)
                .toArray();
        var format = new MessageFormat(pattern, Locale.ENGLISH);
        return new Sentence(parts(format.formatToCharacterIterator(texts), arguments));
    }

    private static List<Part> parts(AttributedCharacterIterator text, Object[] arguments) {
        var parts = new ArrayList<Part>();
        text.first();
        while (text.getIndex() < text.getEndIndex()) {
            Object argument = text.getAttribute(MessageFormat.Field.ARGUMENT);
            String run = run(text, text.getRunLimit());
            switch (argument instanceof Integer index ? arguments[index] : run) {
                case Name name -> parts.add(new Part(run, name.style(), name.href()));
                case Sentence sentence -> parts.addAll(sentence.parts());
                default -> parts.add(new Part(run, null, null));
            }
        }
        return List.copyOf(parts);
    }

    private static String run(AttributedCharacterIterator text, int limit) {
        var run = new StringBuilder();
        for (int at = text.getIndex(); at < limit; at++) {
            run.append(text.setIndex(at));
        }
        text.setIndex(limit);
        return run.toString();
    }

    /** This sentence with another after it. */
    public Sentence then(Sentence next) {
        return new Sentence(Stream.concat(parts.stream(), next.parts.stream()).toList());
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** These with something between each two. */
    public static Sentence joined(List<Sentence> sentences, String between) {
        var separator = new Sentence(List.of(new Part(between, null, null)));
        return sentences.stream()
                .reduce((one, other) -> one.then(separator).then(other))
                .orElse(EMPTY);
    }

    /** The text alone. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text();
    }
}
