package org.steelyard.exchange;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Outcome;
import org.steelyard.exchange.casefile.CaseFiles;
import org.steelyard.exchange.casefile.CasePlan;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Syntax;
import org.steelyard.exchange.casefile.UnusableCaseFile;
import org.steelyard.http.Problem;

/** Takes case files in, one at a time: a large one fills much of the memory for some seconds. */
@Service
class Imports {

    private final Assessments assessments;
    private final AssessmentLog log;
    private final Members members;
    private final AssessmentIndex index;
    private final Clock clock;
    private final Lock oneAtATime = new ReentrantLock();

    Imports(Assessments assessments, AssessmentLog log, Members members, AssessmentIndex index, Clock clock) {
        this.assessments = assessments;
        this.log = log;
        this.members = members;
        this.index = index;
        this.clock = clock;
    }

    /**
     * What an import would do. Records nothing.
     *
     * @throws UnusableCaseFile where it would be refused
     */
    Imported dryRun(byte[] file, Syntax syntax, Importer importer) {
        return alone(() -> Imported.of(true, plan(file, syntax, importer)));
    }

    /**
     * Imports all of a file, and makes the importer owner of its assessments; or does nothing.
     *
     * @param alongside runs in the same transaction
     * @throws UnusableCaseFile where the file is refused
     */
    Imported run(byte[] file, Syntax syntax, Importer importer, Consumer<Imported> alongside) {
        return alone(() -> {
            var plans = plan(file, syntax, importer);
            var imported = Imported.of(false, plans);
            take(plans, importer, () -> alongside.accept(imported));
            return imported;
        });
    }

    /**
     * Imports all of several files while there is no assessment at all, and makes the importer owner; or does nothing.
     *
     * @return how many assessments there are now
     * @throws Problem 409 where there is an assessment already
     * @throws UnusableCaseFile where a file is refused
     */
    int runWhileEmpty(List<byte[]> files, Importer importer) {
        return alone(() -> {
            if (!index.isEmpty()) {
                throw Problem.conflict(
                        "not-empty",
                        "There are assessments already: the demo cases go into an empty installation alone. Import the files"
                                + " that you want.");
            }
            var plans = files.stream()
                    .flatMap(file -> plan(file, Syntax.YAML, importer).stream())
                    .toList();
            take(plans, importer, () -> {});
            return plans.size();
        });
    }

    private List<CasePlan> plan(byte[] file, Syntax syntax, Importer importer) {
        return CaseFiles.plan(file, syntax, importer, log, clock.instant());
    }

    private void take(List<CasePlan> plans, Importer importer, Runnable alongside) {
        assessments.importAll(plans.stream().map(CasePlan::history).toList(), outcomes -> {
            outcomes.forEach(outcome -> own(outcome, importer.user()));
            alongside.run();
        });
    }

    private void own(Outcome outcome, String user) {
        members.add(
                outcome.state().key(),
                user,
                Role.OWNER,
                user,
                outcome.last().stamp().recordedAt());
    }

    private <T> T alone(Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }
}
