package org.steelyard.site;

/**
 * The colour and the dash of an interpretation, the same in every figure and on every page: by the order in which
 * interpretations were proposed, those withdrawn since included.
 *
 * @param order from 0
 */
public record Identity(int order) {
    private static final String[] DASHES = {
        "none", "7 4", "2 3", "10 3 2 3", "14 4", "5 2 1 2", "1 4", "10 2 2 2 2 2",
    };

    /** The class that holds its colour. */
    public String css() {
        return "i" + (order % DASHES.length + 1);
    }

    /** The pattern of its lines as SVG writes it. */
    public String dash() {
        return DASHES[order % DASHES.length];
    }
}
