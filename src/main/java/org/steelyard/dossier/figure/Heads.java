package org.steelyard.dossier.figure;

import java.util.List;

/** What stands above the three panels, and the names of the seven bands of likelihood, least first. */
public record Heads(Head inconsistency, Head weightOfEvidence, Head judged, List<String> bands) {

    /** The name of a reading, and how to read its axis. */
    public record Head(String name, String axis) {}
}
