package org.steelyard.workbench;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentState;

/** Keys that a page makes for what its user did not name. */
final class Keys {
    private static final int LONGEST = 40;

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

    /** A key made of the words of a title, followed by a number where it is taken. */
    static String of(String title, Predicate<String> taken) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String hyphened = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = hyphened.substring(0, Math.min(LONGEST, hyphened.length())).replaceAll("^-+|-+$", "");
        String key = cut.isEmpty() ? "assessment" : cut;
        String free = key;
        for (int number = 2; taken.test(free); number++) {
            free = key + "-" + number;
        }
        return free;
    }
}
