package org.steelyard.dossier.web;

import java.util.HashMap;
import java.util.Map;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.dossier.figure.Identity;
import org.steelyard.site.Sentence.Name;

/** Colour and dash of every interpretation that an assessment ever had. */
final class Identities {
    private static final Identity UNKNOWN = new Identity(7);

    private final Map<String, Identity> byKey = new HashMap<>();

    Identities(AssessmentState state) {
        for (var recorded : state.events()) {
            if (recorded.event() instanceof InterpretationProposed proposed) {
                byKey.putIfAbsent(proposed.key(), new Identity(byKey.size()));
            }
        }
    }

    Identity of(String key) {
        return byKey.getOrDefault(key, UNKNOWN);
    }

    /** The interpretation's name in its colour, for a sentence. */
    public Name name(String key) {
        return new Name(key, "name " + of(key).css(), null);
    }
}
