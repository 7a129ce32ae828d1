package org.steelyard.assessment;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys for an assessment that was opened without one: from its title, then numbered, at last with the time. */
public final class NewKeys {
    private static final int LONGEST = 48;
    private static final int NUMBERED = 20;

    private NewKeys() {}

    /** The keys to try, in this order. */
    public static Stream<String> of(String title, Instant now) {
        String first = slug(title);
        Stream<String> numbered = IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> first + "-" + number);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Stream.of(
                        Stream.of(first), numbered, Stream.of(first + "-" + Long.toString(micros, Character.MAX_RADIX)))
                .flatMap(keys -> keys);
    }

    /** The key that is wanted, taken or not; where none is, the first of those to try that is free. */
    public static String wantedOrFree(String wanted, String title, Instant now, Predicate<String> isFree) {
        return wanted.isEmpty() ? of(title, now).filter(isFree).findFirst().orElseThrow() : wanted;
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        return cut.isEmpty() ? "assessment" : cut;
    }
}
