package org.steelyard.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/** Query parameters that may be given once, and texts in them. */
public final class Query {

    private Query() {}

    /**
     * A text that a list is narrowed down by; null where it is absent or blank.
     *
     * @throws Problem 400 where it holds what no text may hold, or more than {@value Body#NAME} characters
     */
    public static @Nullable String text(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var fault = Texts.fault(text);
        if (fault != null) {
            throw Problem.badRequest("The query parameter " + parameter + " " + fault + ".");
        }
        int length = text.codePointCount(0, text.length());
        if (length > Body.NAME) {
            throw Problem.badRequest("The query parameter " + parameter + " has " + length
                    + " characters; send at most " + Body.NAME + ".");
        }
        return text;
    }

    /** The words of a text that is searched for, in lower case; none where it is absent or blank. */
    public static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    static @Nullable String one(NativeWebRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            throw twice(name);
        }
        return values[0];
    }

    static Problem twice(String name) {
        return Problem.badRequest("The query parameter " + name + " is there twice: send it once.");
    }
}
