package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.EventView;
import org.steelyard.dossier.Dossier;

/**
 * One thing that has a key, at a point in time.
 *
 * @param inForce false where it was withdrawn or retracted
 * @param blinded true where blind mode keeps something of the assessment from the reader; else left out
 * @param history the events about it and its cells that count at the point, oldest first
 */
record Item<T>(
        @JsonUnwrapped T thing,
        boolean inForce,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        List<EventView> history) {

    static <T> Item<T> of(Dossier dossier, String key, T thing) {
        var history = dossier.state().eventsAbout(key).stream()
                .filter(dossier::counts)
                .map(EventView::of)
                .toList();
        return new Item<>(thing, dossier.state().isInForce(key, dossier.point()), Blinded.said(dossier), history);
    }
}
