package org.steelyard.dossier.web;

import java.util.List;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Situation;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Identities;
import org.steelyard.site.Identity;
import org.steelyard.site.Sentence.Name;

/** An assessment at the point in time that a page shows, with what every part of the page asks of it. */
record Shown(
        Dossier dossier,
        AssessmentView view,
        Situation situation,
        Balance balance,
        Identities identities,
        Address address,
        May may) {

    /** What who is signed in may do on this page; nothing that writes on a past view. */
    record May(boolean record, boolean comment, boolean review, boolean govern) {
        static final May NOTHING = new May(false, false, false, false);
    }

    static Shown of(Dossier dossier, Address address, May may) {
        Situation situation = dossier.situation();
        return new Shown(
                dossier,
                dossier.view(),
                situation,
                Balance.of(situation),
                new Identities(dossier.state()),
                address,
                dossier.latest() ? may : May.NOTHING);
    }

    /** The same, with links that lead to now: for what may not have been there yet at the point. */
    Shown leadingToNow() {
        return new Shown(dossier, view, situation, balance, identities, address.now(), may);
    }

    String key() {
        return dossier.key();
    }

    boolean past() {
        return !dossier.latest();
    }

    /** Interpretations in force, in the order in which they were proposed. */
    List<InterpretationView> interpretations() {
        return identities.inOrder(view.interpretations());
    }

    Identity identity(String interpretation) {
        return identities.of(interpretation);
    }

    /** An item of evidence as a link in a sentence. */
    Name item(String key) {
        return new Name(key, "item", address.evidence(key));
    }
}
