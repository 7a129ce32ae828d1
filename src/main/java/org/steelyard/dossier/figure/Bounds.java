package org.steelyard.dossier.figure;

/**
 * Between which values the readings of the evidence go over a whole course, so that scales can stand still while time goes on.
 *
 * @param points the greatest weighted inconsistency, 0 or more
 * @param leastDecibans the least weight of evidence, 0 or less
 * @param mostDecibans the greatest, 0 or more
 */
public record Bounds(double points, double leastDecibans, double mostDecibans) {
    public static final Bounds NOTHING = new Bounds(0, 0, 0);

    /** These and one more reading. */
    public Bounds with(double inconsistency, double weightOfEvidence) {
        return new Bounds(
                Math.max(points, inconsistency),
                Math.min(leastDecibans, weightOfEvidence),
                Math.max(mostDecibans, weightOfEvidence));
    }

    /** Those of these rows, marks of another point included. */
    static Bounds of(Iterable<ReadingsRow> rows) {
        Bounds bounds = NOTHING;
        for (ReadingsRow row : rows) {
            if (row.inForce()) {
                bounds = bounds.with(row.points().value(), row.decibans().value());
            }
            var points = row.earlier().inconsistency();
            var decibans = row.earlier().weightOfEvidence();
            bounds = bounds.with(points == null ? 0 : points.value(), decibans == null ? 0 : decibans.value());
        }
        return bounds;
    }
}
