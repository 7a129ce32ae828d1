package org.steelyard.http;

import java.lang.reflect.AnnotatedType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Single values of a {@link Body}: each of the type that is asked for, and never turned from one into another. */
final class Values {

    private static final Pattern KEY = Pattern.compile(Body.Key.PATTERN);
    private static final Pattern USER_NAME = Pattern.compile(Body.UserName.PATTERN);

    private Values() {}

    /** What is wrong with a value, said so that it can follow its name. */
    static final class Wrong extends Exception {
        Wrong(String what) {
            super(what, null, false, false);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    static Object read(AnnotatedType type, Class<?> raw, JsonNode json) throws Wrong {
        if (raw == boolean.class || raw == Boolean.class) {
            require(json.isBoolean(), "must be true or false");
            return json.booleanValue();
        }
        if (raw == int.class || raw == Integer.class) {
            require(json.isIntegralNumber() && json.canConvertToInt(), "must be a whole number" + bounds(type));
            return within(type, json.intValue());
        }
        if (raw == long.class || raw == Long.class) {
            require(json.isIntegralNumber() && json.canConvertToLong(), "must be a whole number" + bounds(type));
            return within(type, json.longValue());
        }
        if (raw == double.class || raw == Double.class) {
            require(json.isNumber(), "must be a number" + bounds(type));
            return within(type, json.doubleValue() + 0.0);
        }
        if (raw.isEnum()) {
            return word(raw, json);
        }
        require(json.isString(), "must be a text");
        return ofText(type, raw, json.stringValue());
    }

    private static Object ofText(AnnotatedType type, Class<?> raw, String text) throws Wrong {
        if (raw == Instant.class) {
            return Times.instant(text)
                    .orElseThrow(
                            () -> new Wrong("must be an instant as 2025-07-31T12:00:00Z, or a date as 2025-07-31"));
        }
        if (raw == LocalDate.class) {
            return Times.date(text).orElseThrow(() -> new Wrong("must be a date as 2025-07-31"));
        }
        if (raw == URI.class) {
            return link(text);
        }
        if (raw == String.class) {
            return text(type, text);
        }
        throw new IllegalArgumentException("no body can hold a " + raw);
    }

    static String text(AnnotatedType type, String text) throws Wrong {
        if (type.isAnnotationPresent(Body.Key.class)) {
            require(
                    KEY.matcher(text).matches(),
                    "must be a key: lower-case letters, digits and hyphens, not first a hyphen, at most 64");
        } else if (type.isAnnotationPresent(Body.UserName.class)) {
            require(USER_NAME.matcher(text).matches(), "must be the name of a user");
        } else if (type.isAnnotationPresent(Body.RoughDate.class)) {
            require(
                    Times.isRoughDate(text),
                    "must be a date as 2025-07-31, or a month as 2025-07 or a year as 2025 where no more is known");
        } else {
            free(text, longest(type));
        }
        return text;
    }

    static int longest(AnnotatedType type) {
        var most = Shape.said(type, Body.AtMost.class);
        return most == null ? Body.TEXT : most.value();
    }

    private static void free(String text, int longest) throws Wrong {
        int length = text.codePointCount(0, text.length());
        require(length <= longest, "has " + length + " characters; send at most " + longest);
        var fault = Texts.fault(text);
        require(fault == null, String.valueOf(fault));
        require(!text.isBlank(), "must not be blank");
    }

    private static URI link(String text) throws Wrong {
        free(text, Body.LINK);
        try {
            var link = new URI(text);
            var scheme = link.getScheme();
            if (("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && link.getRawAuthority() != null) {
                return link;
            }
        } catch (URISyntaxException notALink) {
            throw new Wrong("must be a link that begins with http:// or https://, other characters percent-encoded");
        }
        throw new Wrong("must be a link that begins with http:// or https://");
    }

    private static Object word(Class<?> raw, JsonNode json) throws Wrong {
        var words = Shape.words(raw);
        var constant = json.isString() ? words.get(json.stringValue()) : null;
        if (constant == null) {
            throw new Wrong("must be one of " + String.join(", ", words.keySet()));
        }
        return constant;
    }

    private static <N extends Number> N within(AnnotatedType type, N number) throws Wrong {
        var between = Shape.said(type, Body.Between.class);
        var value = number.doubleValue();
        require(Double.isFinite(value), "must be a finite number");
        require(
                between == null || (value >= between.min() && value <= between.max()),
                "must be a number" + bounds(type));
        return number;
    }

    private static String bounds(AnnotatedType type) {
        var between = Shape.said(type, Body.Between.class);
        if (between == null) {
            return "";
        }
        return between.max() == Double.MAX_VALUE
                ? " of at least " + plain(between.min())
                : " from " + plain(between.min()) + " to " + plain(between.max());
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e9
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }

    private static void require(boolean holds, String what) throws Wrong {
        if (!holds) {
            throw new Wrong(what);
        }
    }
}
