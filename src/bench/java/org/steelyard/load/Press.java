package org.steelyard.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Reliability;

/** The sources that all assessments draw on: under the same key and name, some with an origin in common. */
record Press(List<Outlet> outlets) {

    /** A source as an assessment may record it. */
    record Outlet(
            String key,
            String name,
            String kind,
            Reliability reliability,
            @Nullable String origin) {}

    private static final List<String> KINDS = List.of("wire", "press", "interview", "imagery", "ministry", "social");

    static Press of(int assessments, Dice dice, List<String> places) {
        int wanted = Math.max(20, assessments / 4);
        var outlets = new LinkedHashMap<String, Outlet>();
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < wanted / 6; i++) {
            origins.add(Words.capital(Words.name(dice)) + " agency");
        }
        while (outlets.size() < wanted) {
            String kind = dice.any(KINDS);
            String name = dice.early(places) + " " + kind + " " + Words.name(dice);
            String key = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            Reliability reliability = dice.weighted(Reliability.values(), 2, 5, 6, 3, 1, 2);
            outlets.put(key, new Outlet(key, name, kind, reliability, dice.chance(0.35) ? dice.early(origins) : null));
        }
        return new Press(List.copyOf(outlets.values()));
    }
}
