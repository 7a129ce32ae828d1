package org.steelyard.dossier.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.story.Links;
import org.steelyard.site.Addresses;

/**
 * Where a page of one assessment is, its point in time included: what is shown is in its address. Within the application, so
 * that templates put the context path in front.
 *
 * @param asOf as it was asked for: {@code rN} or an instant; null for the latest
 * @param effectiveAt an instant; null where it follows {@code asOf}
 */
record Address(String key, @Nullable String asOf, @Nullable String effectiveAt) implements Links {

    /** The same assessment now. */
    Address now() {
        return new Address(key, null, null);
    }

    Address asOf(@Nullable String other) {
        return new Address(key, other, effectiveAt);
    }

    public Address asOfRevision(long revision) {
        return new Address(key, "r" + revision, null);
    }

    Address effectiveAt(@Nullable Instant other) {
        return new Address(key, asOf, other == null ? null : other.toString());
    }

    /** The assessment itself at this point. */
    public String whole() {
        return to("");
    }

    /** A page below the assessment ("/log") at this point, with further parameters as name, value, name, value. */
    public String to(String below, @Nullable String... parameters) {
        String point =
                Addresses.query("/a/" + Addresses.segment(key) + below, "asOf", asOf, "effectiveAt", effectiveAt);
        return Addresses.query(point, parameters);
    }

    /** What led to this point, on the clock that is turned back; for now, whatever is usual. */
    public String compare() {
        var now = now();
        if (effectiveAt != null) {
            return now.to("/compare", "axis", "effective", "to", effectiveAt, "asOf", asOf);
        }
        return asOf == null ? now.to("/compare") : now.to("/compare", "axis", "recorded", "to", asOf);
    }

    /** The page of an item of evidence at this point. */
    @Override
    public String evidence(String item) {
        return to("/evidence/" + Addresses.segment(item));
    }

    /** Where an event stands in the log of this point. */
    public String event(long revision) {
        return to("/log", "at", Long.toString(revision)) + "#r" + revision;
    }

    @Override
    public String revision(long revision) {
        return asOfRevision(revision).whole();
    }
}
