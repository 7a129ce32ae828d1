package org.steelyard.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.steelyard.assessment.AssessmentLog.RunningDigest;

/** All assessments at once: their events come in the order of time, each assessment's among the others'. */
final class World {
    private static final double SPREAD = 1.4;
    private static final int FEWEST = 12;

    /** What is left undone at the end of the year, and of what was retracted, nobody rates. */
    private static final double LEFT_UNDONE = 0.05;

    private final People people;
    private final List<Case> cases = new ArrayList<>();
    private final Instant until;

    World(Wanted wanted, Supplier<RunningDigest> digests, Case.Sink sink) {
        var dice = new Dice(wanted.seed());
        until = wanted.until();
        people = People.of(wanted.analysts(), dice.split());
        List<String> places = Words.places(dice.split());
        Press press = Press.of(wanted.assessments(), dice.split(), places);
        int number = 0;
        for (int events : sizes(wanted, dice.split())) {
            Dice own = dice.split();
            var words = new Words(own, places);
            Shape shape = Shape.of(++number, events, until, people, words, own);
            var made = new Case(shape, own, words, digests.get(), sink);
            new Life(made, press);
            cases.add(made);
        }
    }

    /** A few huge ones, many small ones. */
    private static int[] sizes(Wanted wanted, Dice dice) {
        double[] weights = new double[wanted.assessments()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(SPREAD * dice.gaussian());
            sum += weights[i];
        }
        int[] sizes = new int[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.max(FEWEST, (int) Math.round((1 + LEFT_UNDONE) * wanted.events() * weights[i] / sum));
        }
        return sizes;
    }

    People people() {
        return people;
    }

    /** The assessments, in the order of their numbers; they change while the world {@link #run runs}. */
    List<Case> cases() {
        return cases;
    }

    /** Lets everything happen, to the end of the year. */
    void run() {
        var next = new PriorityQueue<Turn>();
        for (int i = 0; i < cases.size(); i++) {
            next.add(new Turn(cases.get(i).next(), i));
        }
        while (!next.isEmpty() && next.peek().at().isBefore(until)) {
            Turn turn = next.remove();
            Case one = cases.get(turn.number());
            one.step();
            next.add(new Turn(one.next(), turn.number()));
        }
    }

    private record Turn(Instant at, int number) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : Integer.compare(number, other.number);
        }
    }
}
