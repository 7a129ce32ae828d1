package org.steelyard.workbench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of forms are called by a term of the glossary. */
final class FieldTerms {
    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("source", "source"),
            Map.entry("reliability", "reliability"),
            Map.entry("credibility", "credibility"),
            Map.entry("relevance", "relevance"),
            Map.entry("origin", "origin"),
            Map.entry("sourceOrigin", "origin"),
            Map.entry("marking", "marking"),
            Map.entry("discriminator", "discriminator"),
            Map.entry("user", "user"),
            Map.entry("confidence", "confidence"),
            Map.entry("premortem", "premortem"),
            Map.entry("rho", "echo"),
            Map.entry("minCoverage", "coverage"),
            Map.entry("staleAbove", "stale"),
            Map.entry("blind", "blind-mode"),
            Map.entry("outcome", "resolution"));

    private FieldTerms() {}

    /** The term of a field, by its place in addresses; null where it is called by none. */
    static @Nullable String of(String field) {
        return BY_FIELD.get(field);
    }
}
