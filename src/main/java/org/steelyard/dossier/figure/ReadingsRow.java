package org.steelyard.dossier.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.site.Identity;

/**
 * One interpretation as the figure of the three readings shows it, numbers and words.
 *
 * @param href where its name leads, or null
 * @param earlier where its readings stood at another point, for marks beside them
 */
public record ReadingsRow(
        Identity identity,
        String key,
        String statement,
        @Nullable String href,
        Points points,
        Decibans decibans,
        Judged judged,
        Earlier earlier) {

    /** Without marks of another point. */
    public ReadingsRow(
            Identity identity,
            String key,
            String statement,
            @Nullable String href,
            Points points,
            Decibans decibans,
            Judged judged) {
        this(identity, key, statement, href, points, decibans, judged, Earlier.NONE);
    }

    /** An interpretation that is not in force: its row stays where it is, so that the others do not move. */
    public static ReadingsRow absent(Identity identity, String key, String words) {
        return new ReadingsRow(
                identity,
                key,
                words,
                null,
                new Points(Double.NaN, "", false, ""),
                new Decibans(Double.NaN, "", false, ""),
                new Judged(null, "", false, List.of()));
    }

    boolean inForce() {
        return !Double.isNaN(points.value());
    }

    /** Weighted inconsistency; {@code words} stand after the number where it leads, else empty. */
    public record Points(double value, String text, boolean leads, String words) {}

    /** Weight of evidence in decibans; the same. */
    public record Decibans(double value, String text, boolean leads, String words) {}

    /**
     * Judged probability, 0..1, or null where nothing is pooled.
     *
     * @param analysts what each judged, incomplete ones left out
     */
    public record Judged(@Nullable Double value, String text, boolean leads, List<Analyst> analysts) {}

    /** Where the three readings stood at another point; null for one that stood where it stands, or was absent. */
    public record Earlier(
            @Nullable Was inconsistency,
            @Nullable Was weightOfEvidence,
            @Nullable Was judged) {
        public static final Earlier NONE = new Earlier(null, null, null);
    }

    /** A reading at another point, in its unit: the number as it is written, and what its mark says. */
    public record Was(double value, String number, String text) {}

    /** One analyst's probability as given, 0..1, and what its tick says. */
    public record Analyst(double value, String text) {}
}
