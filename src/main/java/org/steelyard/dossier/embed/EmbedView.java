package org.steelyard.dossier.embed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.Problem;

/**
 * What an embed shows, written as an address is: {@code balance}, the three readings as they stand whenever somebody looks;
 * {@code balance?asOf=r12&effectiveAt=2025-03-14T12:00:00Z} those of a point in time; {@code width=narrow} one below the other.
 *
 * @param point latest for a picture that goes on
 */
public record EmbedView(PointInTime point, boolean narrow) {
    private static final String NAME = "balance";
    private static final String POINTER = "/view";
    private static final String NARROW = "narrow";

    /**
     * Reads a view.
     *
     * @throws Problem 400 where it is none
     */
    static EmbedView of(String text) {
        var parts = text.split("\\?", 2);
        if (!parts[0].equals(NAME)) {
            throw wrong("must be balance, or balance? with asOf, effectiveAt or width=narrow");
        }
        var given = parameters(parts.length > 1 ? parts[1] : "");
        var asOf = given.remove("asOf");
        var effectiveAt = given.remove("effectiveAt");
        var width = given.remove("width");
        if (!given.isEmpty()) {
            throw wrong("has a parameter that is none of asOf, effectiveAt and width; leave it out");
        }
        if (width != null && !width.equals(NARROW)) {
            throw wrong("has another width than narrow; leave it out for the wide picture");
        }
        return new EmbedView(point(asOf, effectiveAt), width != null);
    }

    private static PointInTime point(@Nullable String asOf, @Nullable String effectiveAt) {
        try {
            return PointInTime.of(asOf, effectiveAt);
        } catch (Problem unreadable) {
            throw wrong(
                    "has a time that cannot be read; write asOf as r12 or 2025-03-14T12:00:00Z, and effectiveAt as an"
                            + " instant or a date");
        }
    }

    private static Map<String, String> parameters(String query) {
        var given = new LinkedHashMap<String, String>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var pair = part.split("=", 2);
            if (pair.length < 2 || given.put(pair[0], decoded(pair[1])) != null) {
                throw wrong("must name each parameter once, as name=value with & between");
            }
        }
        return given;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw wrong("is badly encoded; write % itself as %25");
        }
    }

    private static Problem wrong(String message) {
        return Problem.badField(POINTER, message);
    }

    /**
     * Demands that neither clock is ahead of this time: what is not yet past is no fixed point.
     *
     * @throws Problem 400
     */
    void requireNotAfter(Instant now) {
        var effectiveAt = point.effectiveAt();
        boolean ahead = (point.asOf() instanceof AtInstant at && at.instant().isAfter(now))
                || (effectiveAt != null && effectiveAt.isAfter(now));
        if (ahead) {
            throw wrong("has a time that has not come yet; leave it out for a picture that goes on");
        }
    }

    /** The view as it is read by {@link #of}. */
    public String text() {
        var text = new StringBuilder(NAME);
        char separator = '?';
        separator = add(text, separator, "asOf", point.asOfText());
        separator = add(text, separator, "effectiveAt", point.effectiveAtText());
        add(text, separator, "width", narrow ? NARROW : null);
        return text.toString();
    }

    private static char add(StringBuilder text, char separator, String name, @Nullable String value) {
        if (value == null) {
            return separator;
        }
        text.append(separator).append(name).append('=').append(value);
        return '&';
    }
}
