package org.steelyard.dossier.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A picture: its size, and its marks in the order of painting. */
public record Figure(double width, double height, List<Mark> marks) {

    /** The view box as SVG writes it. */
    public String viewBox() {
        return viewBoxWithin(0);
    }

    /** The same with a margin all around. */
    public String viewBoxWithin(double margin) {
        return Stream.of(-margin, -margin, width + 2 * margin, height + 2 * margin)
                .map(Scale::plain)
                .collect(Collectors.joining(" "));
    }
}
