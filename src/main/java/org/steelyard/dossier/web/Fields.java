package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields an event sets. */
final class Fields {
    private Fields() {}

    /** The names of those that have a value, of name, value, name, value. */
    static List<String> set(@Nullable Object... namesAndValues) {
        var set = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                set.add(String.valueOf(namesAndValues[i]));
            }
        }
        return set;
    }
}
