package org.steelyard.assessment;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code @user} in what people say to each other: names a user, who may or may not be there and may or may not read it. */
public final class Mention {
    /** The name is its first group. */
    public static final Pattern PATTERN = Pattern.compile("(?<![\\w@.])@([a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?)");

    private Mention() {}

    /** The first names in a text, each once. */
    public static Set<String> names(String text, int most) {
        Set<String> names = new LinkedHashSet<>();
        var found = PATTERN.matcher(text);
        while (names.size() < most && found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
