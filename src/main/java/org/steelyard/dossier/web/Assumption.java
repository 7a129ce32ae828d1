package org.steelyard.dossier.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.steelyard.balance.Rating;
import org.steelyard.balance.WhatIf.Rated;
import org.steelyard.http.Body;

/**
 * One thing that is assumed to be otherwise, as an address writes it: {@code item:e12}, {@code credibility:e12:3}.
 *
 * @param key of what it is about: an item, an origin as users know it, a source, a user, a parameter of the policy; of a rating
 *     its user, item and interpretation with slashes between
 * @param value what it is assumed to have; empty where it is assumed not to be there
 */
record Assumption(Kind kind, String key, String value) {
    /** The query parameter; it may be there several times. */
    static final String PARAMETER = "if";

    private static final Pattern USER = Pattern.compile(Body.UserName.PATTERN);

    /** What may be assumed; {@link #values} are those it may have. */
    enum Kind {
        ITEM(""),
        ORIGIN(""),
        SOURCE(""),
        ANALYST(""),
        CREDIBILITY("[1-6]"),
        RELEVANCE("[HML]"),
        RELIABILITY("[A-F]"),
        RATING("CC|C|N|I|II|NA|none"),
        POLICY("[0-9]{1,9}(?:\\.[0-9]{1,12})?");

        private final Pattern values;

        Kind(String values) {
            this.values = Pattern.compile(values);
        }

        /** As addresses write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it says of something that it is not there. */
        boolean isFall() {
            return values.pattern().isEmpty();
        }
    }

    /** Reads one; empty where it says nothing that may be assumed. */
    static Optional<Assumption> read(String text) {
        int colon = text.indexOf(':');
        return Arrays.stream(Kind.values())
                .filter(kind -> colon > 0 && kind.word().equals(text.substring(0, colon)))
                .findFirst()
                .flatMap(kind -> of(kind, text.substring(colon + 1)));
    }

    private static Optional<Assumption> of(Kind kind, String rest) {
        if (kind.isFall()) {
            return of(kind, rest, "");
        }
        int colon = rest.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : of(kind, rest.substring(0, colon), rest.substring(colon + 1));
    }

    /** One of these parts; empty where the value is none that this kind may have, or nothing is named. */
    static Optional<Assumption> of(Kind kind, String key, String value) {
        boolean fits = !key.isBlank() && kind.values.matcher(value).matches();
        return fits ? Optional.of(new Assumption(kind, key, value)) : Optional.empty();
    }

    /** All that can be read of these, each once. */
    static List<Assumption> all(List<String> texts) {
        return texts.stream()
                .flatMap(text -> read(text).stream())
                .distinct()
                .limit(FirmAddress.MOST)
                .toList();
    }

    /** User, item and interpretation of a rating; empty where that is not what the key names. */
    Optional<Rated> rated() {
        String[] parts = key.split("/", -1);
        if (kind != Kind.RATING || parts.length != 3 || !USER.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        Rating rating = value.equals("none") ? null : Rating.valueOf(value);
        return Optional.of(new Rated(parts[0], parts[1], parts[2], rating));
    }

    boolean isOfSameFact(Assumption other) {
        return kind == other.kind && key.equals(other.key);
    }

    /** As addresses write it. */
    public String text() {
        return kind.word() + ":" + key + (kind.isFall() ? "" : ":" + value);
    }
}
