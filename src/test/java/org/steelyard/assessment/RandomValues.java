package org.steelyard.assessment;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;

/** Random values of fields, the awkward ones among them. */
class RandomValues {
    private static final List<String> TEXTS = List.of(
            "A shell crater with Cyrillic markings",
            "no",
            "1e3",
            " spaced out ",
            "two\nlines\tand a tab\n",
            "<script>alert(\"x\")</script> & 'quotes' \\ %n {}",
            "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD",
            "🧭 beyond the basic plane, \u2028 a separator, \uFEFF a mark",
            "# no comment: - nor list",
            "=SUM(A1:A9)");

    final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    String origin() {
        return oneOf("wire", "ministry", "s1");
    }

    URI link() {
        return URI.create("https://example.org/" + random.nextInt(100) + "?q=%3C&r=1#top");
    }

    List<String> tags() {
        return oneOf(List.of(), List.of("dprk"), List.of("two words", "dprk", "ü"));
    }

    String partialDate() {
        return oneOf("2023", "2024-02", "2024-02-29", "1999-12-31");
    }

    LocalDate date() {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
    }

    PolicyChange policy() {
        return new PolicyChange(
                rarely(random.nextDouble()),
                rarely(1 + 3 * random.nextDouble()),
                rarely(oneOf(1e-6, 0.001, 0.05)),
                rarely(random.nextDouble()),
                rarely(20 * random.nextDouble()));
    }

    /** A value for a field now and then, never for one that is emptied. */
    <T> @Nullable T unless(Set<String> cleared, String field, T value) {
        T rare = rarely(value);
        return cleared.contains(field) ? null : rare;
    }

    Set<String> cleared(String... optional) {
        Set<String> cleared = new HashSet<>();
        for (String field : optional) {
            if (random.nextInt(6) == 0) {
                cleared.add(field);
            }
        }
        return cleared;
    }

    String text() {
        return anyText(random);
    }

    /** A text that is lawful and awkward. */
    static String anyText(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + (random.nextBoolean() ? random.nextInt(100) : "");
    }

    <T> @Nullable T maybe(@Nullable T value) {
        return random.nextBoolean() ? value : null;
    }

    <T> @Nullable T rarely(@Nullable T value) {
        return random.nextInt(4) == 0 ? value : null;
    }

    <T> T any(Collection<T> values) {
        return values.stream().skip(random.nextInt(values.size())).findFirst().orElseThrow();
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
