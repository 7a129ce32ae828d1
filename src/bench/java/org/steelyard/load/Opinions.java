package org.steelyard.load;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.load.Matter.Item;

/** What analysts think: each rates most cells soon after an item comes, some again later, and judges about weekly. */
final class Opinions {
    private static final double ITEMS_SEEN = 0.93;
    private static final double CELLS_SEEN = 0.96;
    private static final double SECOND_THOUGHTS = 0.07;

    /** Ratings that come of a cell and an analyst, in the mean. */
    static final double CELLS_RATED = ITEMS_SEEN * CELLS_SEEN * (1 + SECOND_THOUGHTS);

    private final Case open;
    private final Matter matter;
    private final Dice dice;

    /** How strongly each analyst leans to each interpretation, by its place. */
    private final Map<String, double[]> leanings = new HashMap<>();

    private int rated;

    Opinions(Case open, Matter matter) {
        this.open = open;
        this.matter = matter;
        dice = open.dice;
    }

    void begin() {
        for (String analyst : open.shape.analysts()) {
            leanings.put(analyst, new double[open.shape.interpretations()]);
            open.later(dice.pause(Math.min(8, open.shape.days() / 3)), () -> judge(analyst));
        }
    }

    /** How many ratings were recorded. */
    int rated() {
        return rated;
    }

    double judgmentsToCome() {
        double days = Duration.between(open.now(), open.shape.ends()).toHours() / 24.0;
        return Math.max(
                0,
                days / open.shape.daysBetweenJudgments() * open.shape.analysts().size());
    }

    void itemArrived(Item item) {
        for (String analyst : open.shape.analysts()) {
            if (dice.chance(ITEMS_SEEN)) {
                open.later(dice.pause(1.2), () -> rateRow(item, analyst, 0));
            }
        }
    }

    /** One cell, and the next one a little later. */
    private void rateRow(Item item, String analyst, int place) {
        if (place >= matter.interpretations.size()) {
            return;
        }
        if (dice.chance(CELLS_SEEN)) {
            rate(item, analyst, place);
        }
        open.soon(dice.seconds(4, 90), () -> rateRow(item, analyst, place + 1));
    }

    private void rate(Item item, String analyst, int place) {
        String interpretation = matter.interpretations.get(place);
        if (matter.closed || !matter.items.contains(item) || !matter.inForce.contains(interpretation)) {
            return;
        }
        String rationale = dice.chance(0.25) ? open.words.statement(6, 20) : null;
        Instant since = dice.chance(0.05) ? open.before(dice.pause(2), item.since()) : null;
        var command = new RateEvidence(item.key(), interpretation, rating(item.pointsTo(), place), rationale);
        if (open.record(command, analyst, null, since)) {
            rated++;
            if (dice.chance(SECOND_THOUGHTS)) {
                open.later(dice.pause(25), () -> rate(item, analyst, place));
            } else if (dice.chance(0.004)) {
                open.later(dice.pause(10), () -> withdraw(item, analyst, interpretation));
            }
        }
    }

    private void withdraw(Item item, String analyst, String interpretation) {
        if (!matter.closed && matter.items.contains(item) && matter.inForce.contains(interpretation)) {
            open.record(new WithdrawRating(item.key(), interpretation), analyst);
        }
    }

    /** Who rates what speaks for one interpretation mostly sees it there, and against the others. */
    private Rating rating(int pointsTo, int place) {
        if (pointsTo < 0) {
            return pick(3, 40, 45, 8, 1, 3);
        }
        return pointsTo == place ? pick(28, 52, 14, 4, 1, 1) : pick(2, 16, 30, 38, 11, 3);
    }

    private Rating pick(double... shares) {
        return dice.weighted(Rating.values(), shares);
    }

    private void judge(String analyst) {
        if (matter.closed || open.now().isAfter(open.shape.ends())) {
            return;
        }
        if (!matter.items.isEmpty() && !matter.inForce.isEmpty()) {
            drift(analyst);
            List<String> items = matter.items.stream().map(Item::key).toList();
            var recent = items.subList(Math.max(0, items.size() - 40), items.size());
            open.record(
                    new RecordJudgment(
                            probabilities(analyst),
                            dice.weighted(Confidence.values(), 3, 5, 2),
                            open.words.statement(12, 50),
                            dice.some(dice.between(1, 3), recent),
                            dice.some(dice.between(0, 2), recent)),
                    analyst);
        }
        double gap = open.shape.daysBetweenJudgments() * dice.between(0.7, 1.3);
        open.later(Dice.days(gap), () -> judge(analyst));
    }

    private void drift(String analyst) {
        double[] leaning = leaning(analyst);
        for (int i = 0; i < leaning.length; i++) {
            double towards = i == open.shape.truth() ? 0.12 : -0.03;
            leaning[i] = Math.clamp(leaning[i] + towards + dice.gaussian() * 0.35, -4, 4);
        }
    }

    private double[] leaning(String analyst) {
        return leanings.getOrDefault(analyst, new double[0]);
    }

    private Map<String, Double> probabilities(String analyst) {
        double[] leaning = leaning(analyst);
        var weights = new TreeMap<String, Double>();
        double sum = 0;
        for (int i = 0; i < matter.interpretations.size(); i++) {
            if (matter.inForce.contains(matter.interpretations.get(i))) {
                double weight = Math.exp(leaning[i]);
                sum += weight;
                weights.put(matter.interpretations.get(i), weight);
            }
        }
        boolean exclusive = open.shape.relation() == Relation.EXCLUSIVE;
        double whole = sum;
        weights.replaceAll(
                (key, weight) -> Math.round(100 * (exclusive ? weight / whole : weight / (1 + weight))) / 100.0);
        return weights;
    }
}
