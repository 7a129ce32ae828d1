package org.steelyard.dossier.figure;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.BiFunction;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Link;

/** The steps of a course as a line, with a mark on each that changes a leader. */
public record TurnStrip(Figure figure) {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 12;
    private static final double MARK = 4;

    /** Where a mark leads, and what it says. */
    public record Turned(String href, String title) {}

    /**
     * The strip of so many steps.
     *
     * @param turns by step, from 1; those too close to be told apart share a mark, which leads to the last of them
     */
    public static <T> TurnStrip of(int steps, NavigableMap<Integer, T> turns, BiFunction<Integer, T, Turned> telling) {
        var panels = new Panels();
        panels.line(0, HEIGHT / 2, WIDTH, HEIGHT / 2, "grid");
        double drawn = Double.POSITIVE_INFINITY;
        for (var turn : turns.descendingMap().entrySet()) {
            double x = at(turn.getKey(), steps);
            if (drawn - x >= MARK) {
                Turned told = telling.apply(turn.getKey(), turn.getValue());
                var mark = new Box(x - MARK / 2, 0, MARK, HEIGHT, "turn", null);
                panels.add(new Link(told.href(), Letters.harmless(told.title()), false, List.of(mark)));
                drawn = x;
            }
        }
        return new TurnStrip(new Figure(WIDTH, HEIGHT, panels.marks()));
    }

    private static double at(int step, int steps) {
        return steps == 1 ? WIDTH / 2 : WIDTH * (step - 1) / (steps - 1);
    }
}
