package org.steelyard.dossier.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mark of a figure, in the order of painting. Its class gives its colours; its title is read out and shown on pointing. */
public sealed interface Mark {

    /** The name of the shape, by which a template chooses the element. */
    String shape();

    /** A filled rectangle. */
    record Box(
            double x,
            double y,
            double width,
            double height,
            String css,
            @Nullable String title) implements Mark {
        @Override
        public String shape() {
            return "box";
        }
    }

    /**
     * A straight line.
     *
     * @param dash its pattern as SVG writes it, or null for a solid one
     */
    record Stroke(
            double x1,
            double y1,
            double x2,
            double y2,
            String css,
            @Nullable String dash,
            @Nullable String title) implements Mark {
        @Override
        public String shape() {
            return "stroke";
        }
    }

    /** A filled circle. */
    record Dot(
            double x,
            double y,
            double radius,
            String css,
            @Nullable String title) implements Mark {
        @Override
        public String shape() {
            return "dot";
        }
    }

    /**
     * A line of text; {@code y} is its baseline.
     *
     * @param anchor where {@code x} is in it: start, middle or end
     * @param size of the letters
     * @param href where it leads, or null
     */
    record Label(
            double x,
            double y,
            String text,
            String anchor,
            double size,
            String css,
            @Nullable String href) implements Mark {
        @Override
        public String shape() {
            return "label";
        }

        /** About how far it reaches. */
        double width() {
            return Letters.width(text, size);
        }
    }

    /**
     * A line with corners, or a filled shape.
     *
     * @param way as SVG writes it: "M0 0 H10 V5"
     * @param dash its pattern, or null for a solid one
     */
    record Path(
            String way,
            String css,
            @Nullable String dash,
            @Nullable String title) implements Mark {
        @Override
        public String shape() {
            return "path";
        }
    }

    /**
     * Marks that lead somewhere together.
     *
     * @param title its name, shown on pointing
     * @param stop whether it is one of the stops of the tab key; where many marks lead somewhere, only those that matter most are
     */
    record Link(String href, String title, boolean stop, List<Mark> marks) implements Mark {
        @Override
        public String shape() {
            return "link";
        }
    }
}
