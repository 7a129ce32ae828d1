package org.steelyard.dossier.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.Identity;

/**
 * One interpretation as the figure of the three readings shows it, numbers and words.
 *
 * @param href where its name leads, or null
 */
public record ReadingsRow(
        Identity identity,
        String key,
        String statement,
        @Nullable String href,
        Points points,
        Decibans decibans,
        Judged judged) {

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

    /** One analyst's probability as given, 0..1, and what its tick says. */
    public record Analyst(double value, String text) {}
}
