package org.steelyard.site;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses within the application, so that templates put the context path in front. */
public final class Addresses {
    private Addresses() {}

    /** An address with further parameters as name, value, name, value; those without a value are left out. */
    public static String query(String path, @Nullable String... parameters) {
        var uri = new StringBuilder(path);
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        for (int i = 0; i < parameters.length; i += 2) {
            separator = add(uri, separator, String.valueOf(parameters[i]), parameters[i + 1]);
        }
        return uri.toString();
    }

    /** A text as one step of a path. */
    public static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
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
}
