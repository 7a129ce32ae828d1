package org.steelyard.dossier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.site.Identity;
import org.steelyard.site.Sentence.Name;

/** Order, colour and dash of every interpretation that an assessment ever had: one answer for all pages. */
public final class Identities {
    private static final Identity UNKNOWN = new Identity(7);

    private final Map<String, Identity> byKey = new HashMap<>();

    public Identities(AssessmentState state) {
        for (String key : state.proposed()) {
            byKey.put(key, new Identity(byKey.size()));
        }
    }

    public Identity of(String key) {
        return byKey.getOrDefault(key, UNKNOWN);
    }

    /** The class that holds an interpretation's colour. */
    public String css(String key) {
        return of(key).css();
    }

    /** These interpretations in the order in which they were proposed. */
    public List<InterpretationView> inOrder(List<InterpretationView> interpretations) {
        return interpretations.stream()
                .sorted(Comparator.comparingInt(each -> of(each.key()).order()))
                .toList();
    }

    /** The interpretation's name in its colour, for a sentence. */
    public Name name(String key) {
        return new Name(key, "name " + css(key), null);
    }
}
