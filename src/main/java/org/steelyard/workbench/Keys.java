package org.steelyard.workbench;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentState;

/** Keys that a page makes for what its user did not name. */
final class Keys {
    private Keys() {}

    /** The next key of this kind that nothing in the assessment has. */
    static String free(AssessmentState state, String prefix) {
        Set<String> taken = new HashSet<>();
        state.events().forEach(event -> {
            String item = event.event().item();
            if (item != null) {
                taken.add(item);
            }
        });
        int number = 1;
        while (taken.contains(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    /** A short name as a key, its letters small and its spaces hyphens; null where there is none. */
    static @Nullable String typed(String name) {
        return name.isEmpty() ? null : name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }
}
