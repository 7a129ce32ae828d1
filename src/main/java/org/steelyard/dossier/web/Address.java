package org.steelyard.dossier.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.steelyard.dossier.story.Links;

/**
 * Where a page of one assessment is, its point in time included: what is shown is in its address. Within the application, so
 * that templates put the context path in front.
 *
 * @param asOf as it was asked for: {@code rN} or an instant; null for the latest
 * @param effectiveAt an instant; null where it follows {@code asOf}
 */
record Address(String key, @Nullable String asOf, @Nullable String effectiveAt) implements Links {

    /** The same assessment now. */
    Address now() {
        return new Address(key, null, null);
    }

    Address asOf(@Nullable String other) {
        return new Address(key, other, effectiveAt);
    }

    public Address asOfRevision(long revision) {
        return new Address(key, "r" + revision, null);
    }

    Address effectiveAt(@Nullable Instant other) {
        return new Address(key, asOf, other == null ? null : other.toString());
    }

    /** The assessment itself at this point. */
    public String whole() {
        return to("");
    }

    /** A page below the assessment ("/log") at this point, with further parameters as name, value, name, value. */
    public String to(String below, @Nullable String... parameters) {
        String point = query("/a/" + segment(key) + below, "asOf", asOf, "effectiveAt", effectiveAt);
        return query(point, parameters);
    }

    /** An address with further parameters as name, value, name, value; those without a value are left out. */
    static String query(String path, @Nullable String... parameters) {
        var uri = new StringBuilder(path);
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        for (int i = 0; i < parameters.length; i += 2) {
            separator = add(uri, separator, String.valueOf(parameters[i]), parameters[i + 1]);
        }
        return uri.toString();
    }

    /** What led to this point, on the clock that is turned back; for now, whatever is usual. */
    public String compare() {
        var now = now();
        if (effectiveAt != null) {
            return now.to("/compare", "axis", "effective", "to", effectiveAt, "asOf", asOf);
        }
        return asOf == null ? now.to("/compare") : now.to("/compare", "axis", "recorded", "to", asOf);
    }

    /** The page of an item of evidence at this point. */
    @Override
    public String evidence(String item) {
        return to("/evidence/" + segment(item));
    }

    /** Where an event stands in the log of this point. */
    public String event(long revision) {
        return to("/log", "at", Long.toString(revision)) + "#r" + revision;
    }

    @Override
    public String revision(long revision) {
        return asOfRevision(revision).whole();
    }

    private static char add(StringBuilder uri, char separator, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return separator;
        }
        uri.append(separator).append(name).append('=').append(readable(value));
        return '&';
    }

    /** Encoded, but for the colons of times. */
    private static String readable(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
