package org.steelyard.exchange;

import java.util.List;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Recorded;
import org.steelyard.exchange.casefile.CaseFileWriter;
import org.steelyard.exchange.casefile.Syntax;

/** Gives assessments out, as the log has them. */
@Service
class Exports {

    private final AssessmentLog log;
    private final StoredSimulatedTimes simulated;

    Exports(AssessmentLog log, StoredSimulatedTimes simulated) {
        this.log = log;
        this.simulated = simulated;
    }

    /** All events of an assessment; empty where nobody opened it. */
    List<Recorded> history(String assessment) {
        return log.read(assessment, 0);
    }

    /** A history, or its beginning, as a case file in UTF-8. */
    byte[] caseFile(List<Recorded> history, Syntax syntax) {
        return CaseFileWriter.write(history, syntax, simulated.areThere());
    }
}
