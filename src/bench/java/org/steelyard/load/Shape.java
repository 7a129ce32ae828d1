package org.steelyard.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Relation;

/**
 * What an assessment is to be like.
 *
 * @param events how many it should have at about its end
 * @param truth the place of the interpretation that the evidence points to
 */
record Shape(
        String key,
        String title,
        Relation relation,
        Marking marking,
        boolean blind,
        int events,
        List<String> analysts,
        List<String> reviewers,
        int interpretations,
        int truth,
        Instant opened,
        Instant ends,
        Ending ending) {

    /** How work on it ends, where it ends before the year. */
    enum Ending {
        STAYS_OPEN,
        RESOLVED,
        ARCHIVED
    }

    private static final int DAYS = 365;

    static Shape of(int number, int events, Instant until, People people, Words words, Dice dice) {
        String topic = words.topic();
        String place = words.place();
        String title = Words.capital(topic) + " in " + place;
        double weeks = Math.clamp(Math.sqrt(events) * Math.exp(dice.gaussian() * 0.4), 1, 52);
        double opened = dice.between(0.0, Math.max(0.5, DAYS - weeks * 7 * 0.7));
        Instant start = until.minus(Duration.ofDays(DAYS)).plus(Dice.days(opened));
        Instant end = start.plus(Dice.days(weeks * 7));
        int analysts = Math.clamp(Math.round(1.4 * Math.log10(events) + dice.gaussian() * 0.7 - 1), 1, 8);
        int interpretations = dice.between(2, events < 60 ? 3 : 6);
        return new Shape(
                (topic + "-" + place + "-" + number).toLowerCase(Locale.ROOT).replace(' ', '-'),
                title,
                dice.chance(0.85) ? Relation.EXCLUSIVE : Relation.OVERLAPPING,
                dice.weighted(Marking.values(), 5, 25, 50, 12, 8),
                dice.chance(0.15),
                events,
                dice.some(analysts, people.analysts()),
                dice.some(events < 300 ? 1 : 2, people.reviewers()),
                interpretations,
                dice.between(0, interpretations - 1),
                start,
                end.isAfter(until) ? until : end,
                dice.weighted(Ending.values(), 5, 3, 2));
    }

    /** How many events come of an item of evidence: the item, its ratings, and what is changed later. */
    double eventsOfAnItem() {
        return 1.4 + analysts.size() * interpretations * Opinions.CELLS_RATED;
    }

    double days() {
        return Duration.between(opened, ends).toHours() / 24.0;
    }

    /** Between two judgments of one analyst: a week, or longer where little happens. */
    double daysBetweenJudgments() {
        return Math.max(7, days() * analysts.size() / (0.12 * events));
    }
}
