package org.steelyard.dossier.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.ReadingScale;

/**
 * One step of a replay: the event, the picture once it is applied, and what it changed.
 *
 * @param step from 1
 * @param all how many steps there are
 * @param moved what it moved, in words
 * @param turns what it made of the leaders, in words; empty where it left them
 * @param within whether further events of the same moment follow
 */
record ReplayView(
        ReplayAddress address,
        String here,
        int step,
        int all,
        Story.Entry event,
        String moved,
        String turns,
        boolean within,
        Moves moves,
        List<Listed> list,
        List<Went> went,
        ChangedRows changed,
        Pictured picture) {

    /** What the slider says of the step. */
    public String spoken() {
        return event.what().text();
    }

    /** Where one can go from here; null where there is no such step. */
    record Moves(
            @Nullable String first,
            @Nullable String previousTurn,
            @Nullable String previous,
            @Nullable String next,
            @Nullable String nextTurn,
            @Nullable String last) {}

    /** An event of the list around the present one. */
    record Listed(int step, String href, Story.Entry event, boolean present, boolean turn) {}

    /** Where an interpretation's readings stand, and by how much the event moved each. */
    record Went(String key, String css, Map<ReadingScale, Reading> readings) {}

    /** A reading and by how much it moved; empty where it did not, or was not there before. */
    record Reading(String value, String delta) {}

    /** The picture, and what it says of itself. */
    record Pictured(Figure wide, Figure narrow, String title, String description) {}
}
