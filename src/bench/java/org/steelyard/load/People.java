package org.steelyard.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Who works here: user names, each once. */
record People(List<String> analysts, List<String> reviewers) {
    /** Somebody who may read every assessment, and a program that does. */
    static final String READER = "reader";

    static People of(int analysts, Dice dice) {
        var names = new LinkedHashSet<String>();
        int reviewers = Math.max(2, analysts / 5);
        while (names.size() < analysts + reviewers) {
            names.add(Words.name(dice) + "." + Words.name(dice));
        }
        var all = new ArrayList<>(names);
        return new People(List.copyOf(all.subList(0, analysts)), List.copyOf(all.subList(analysts, all.size())));
    }
}
