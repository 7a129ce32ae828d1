package org.steelyard.exchange.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.exchange.casefile.CaseFileReader.Case;
import org.steelyard.exchange.casefile.CaseFileReader.RecordedTimes;
import org.steelyard.exchange.casefile.UnusableCaseFile.Cause;

/** Reads case files into histories that only have to be appended. */
public final class CaseFiles {

    private CaseFiles() {}

    /**
     * The histories of the assessments of a file, each event decided on by the rules that every command meets.
     *
     * @param log where the keys of assessments that there are already are looked up
     * @param now when all of it is recorded, where the file does not simulate times
     * @throws UnusableCaseFile with all that is wrong, up to 50 things
     */
    public static List<CasePlan> plan(byte[] file, Syntax syntax, Importer importer, AssessmentLog log, Instant now) {
        var complaints = new Complaints();
        var times = importer.isDemo() ? RecordedTimes.SIMULATED : RecordedTimes.REFUSED;
        var plans = new ArrayList<CasePlan>();
        for (Case read : CaseFileReader.read(file, syntax, times, complaints)) {
            var opening = read.entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.ASSESSMENT)
                    .findFirst()
                    .orElseThrow();
            if (log.revision(read.key()) > 0) {
                var at = opening.fields();
                complaints.add(
                        Cause.KEY_TAKEN,
                        at.node().at("/key").line(),
                        null,
                        at.pointer() + "/key",
                        "the key " + Quoted.of(read.key()) + " is taken: choose another, or leave this assessment out");
            }
            var history = new CaseHistory(read, importer, log, now, complaints).decided();
            plans.add(new CasePlan(read.key(), counted(read), history));
        }
        complaints.throwIfAny();
        return plans;
    }

    private static Map<String, Integer> counted(Case read) {
        var counted = new LinkedHashMap<String, Integer>();
        for (EntryKind kind : EntryKind.within()) {
            int count = (int) read.entries().stream()
                    .filter(entry -> entry.kind() == kind)
                    .count();
            if (count > 0) {
                counted.put(kind.list(), count);
            }
        }
        return counted;
    }
}
