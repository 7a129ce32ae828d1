package org.steelyard.exchange;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.exchange.casefile.CaseFileWriter;
import org.steelyard.exchange.casefile.Syntax;

/** Gives assessments out, as the log has them. */
@Service
class Exports {

    private final Sights sights;
    private final StoredSimulatedTimes simulated;

    Exports(Sights sights, StoredSimulatedTimes simulated) {
        this.sights = sights;
        this.simulated = simulated;
    }

    /** An assessment as who is signed in may see it; empty where nobody opened it. */
    Optional<Sight> sight(String assessment) {
        return sights.opened(assessment);
    }

    /** The history up to a revision as a case file in UTF-8. */
    byte[] caseFile(Sight sight, long upTo, Syntax syntax) {
        var history = sight.state().events().stream()
                .filter(event -> event.revision() <= upTo)
                .toList();
        return CaseFileWriter.write(history, syntax, simulated.areThere(), sight.blinded());
    }
}
