package org.steelyard.balance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/** Situations such as no team would make on purpose: crowded origins, half-rated rows, odd judgments, things not in force. */
final class RandomDrafts {
    private final Random random;
    private final Draft draft = new Draft();
    private final List<String> analysts;

    private RandomDrafts(Random random) {
        this.random = random;
        this.analysts = List.of("ada", "ben", "cyd", "dov", "eve").subList(0, 1 + random.nextInt(5));
    }

    static Draft any(Random random) {
        return new RandomDrafts(random).draft();
    }

    /** A draft with this many interpretations, "h1" and on. */
    static Draft any(Random random, int interpretations) {
        return new RandomDrafts(random).draft(interpretations);
    }

    static Item anyItem(Random random, String key) {
        return new Item(
                key,
                "s" + random.nextInt(4),
                "o" + random.nextInt(4),
                oneOf(random, Reliability.values()),
                1 + random.nextInt(6),
                oneOf(random, Relevance.values()));
    }

    @SafeVarargs
    static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private Draft draft() {
        return draft(random.nextInt(10) == 0 ? random.nextInt(13) : 1 + random.nextInt(5));
    }

    private Draft draft(int interpretations) {
        draft.relation = oneOf(random, Relation.values());
        draft.policy = policy();
        for (int h = 1; h <= interpretations; h++) {
            draft.interpretations.add("h" + h);
        }
        int items = random.nextInt(14);
        for (int e = 1; e <= items; e++) {
            draft.item(anyItem(random, "e" + e));
        }
        rate(items, interpretations);
        analysts.forEach(this::mayJudge);
        for (int i = random.nextInt(8); i > 0; i--) {
            draft.changes.add(change());
        }
        return draft;
    }

    private Policy policy() {
        return new Policy(
                oneOf(random, 0.0, 0.5, 1.0, random.nextDouble()),
                oneOf(random, 1.0, 2.5, 4.0, 1 + 3 * random.nextDouble()),
                oneOf(random, 1e-6, 0.001, 0.05),
                oneOf(random, 0.0, 0.0, 0.6, random.nextDouble()),
                oneOf(random, 0.0, 6.0, 24 * random.nextDouble()));
    }

    /** Rates some cells, a few of them of items and interpretations that are not in force. */
    private void rate(int items, int interpretations) {
        double density = oneOf(random, 0.1, 0.5, 0.9, 1.0);
        for (int e = 1; e <= items + 1; e++) {
            for (int h = 1; h <= interpretations + 1; h++) {
                for (String analyst : analysts) {
                    if (random.nextDouble() < density) {
                        draft.rate(analyst, "e" + e, "h" + h, oneOf(random, Rating.values()));
                    }
                }
            }
        }
    }

    private void mayJudge(String analyst) {
        if (random.nextInt(4) == 0) {
            return;
        }
        Set<String> named = new HashSet<>(draft.interpretations);
        if (random.nextInt(5) == 0) {
            String other = "h" + (1 + random.nextInt(draft.interpretations.size() + 2));
            if (!named.remove(other)) {
                named.add(other);
            }
        }
        Map<String, Double> probabilities = new HashMap<>();
        double scale = oneOf(random, 1.0, 0.3, 1e-9);
        named.forEach(h -> probabilities.put(h, oneOf(random, 0.0, 1.0, scale * random.nextDouble())));
        draft.analysts.add(analyst);
        draft.judgments.add(new Judgment(
                analyst,
                random.nextInt(20),
                probabilities,
                oneOf(random, Confidence.values()),
                someItems().keySet(),
                someItems(),
                named));
    }

    private Map<String, String> someItems() {
        Map<String, String> some = new HashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            some.put("e" + (1 + random.nextInt(14)), "s" + random.nextInt(4));
        }
        return some;
    }

    private Change change() {
        Effect effect = oneOf(random, Effect.values());
        String subject = switch (effect) {
            case UNSETTLES_ITEM, ADDS_ITEM -> "e" + (1 + random.nextInt(14));
            case REGRADES_SOURCE -> "s" + random.nextInt(4);
            case REWORDS_INTERPRETATION -> "h" + (1 + random.nextInt(6));
        };
        return new Change(random.nextInt(30), "kind of " + effect, subject, effect);
    }
}
