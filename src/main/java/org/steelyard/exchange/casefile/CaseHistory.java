package org.steelyard.exchange.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Submission;
import org.steelyard.exchange.casefile.CaseFileReader.Case;
import org.steelyard.exchange.casefile.UnusableCaseFile.Cause;

/** The history that a case becomes: each entry is decided on in its turn, as a command would be that was sent by itself. */
final class CaseHistory {

    private final Case read;
    private final Importer importer;
    private final ReviewedDigests digests;
    private final Instant now;
    private final Complaints complaints;
    private final SeqNames names;
    private final Refusals refusals;
    private final MadeKeys keys = new MadeKeys();
    private final List<Recorded> history = new ArrayList<>();
    private AssessmentState state = AssessmentState.none();

    CaseHistory(Case read, Importer importer, AssessmentLog log, Instant now, Complaints complaints) {
        this.read = read;
        this.importer = importer;
        this.digests = new ReviewedDigests(read.entries(), log);
        this.now = now;
        this.complaints = complaints;
        this.names = new SeqNames(complaints);
        this.refusals = new Refusals(complaints);
    }

    /** The events of the case, as far as it can be taken; what is wrong is added to the complaints. */
    List<Recorded> decided() {
        for (Entry entry : read.entries()) {
            if (!read.inOrder()) {
                command(entry);
            } else if (!record(entry)) {
                names.wasRefused(entry);
                refusals.leaveOut(entry);
                if (complaints.isFull() || !state.isOpened()) {
                    break;
                }
            }
        }
        return history;
    }

    private boolean record(Entry entry) {
        var command = command(entry);
        if (command == null || refusals.isMissingFor(entry)) {
            return false;
        }
        var translated = names.translated(command, entry);
        return translated != null && decide(digests.bound(keys.keyed(translated)), entry);
    }

    /** What the entry asks for; null where something is wrong with it by itself, and a complaint says what. */
    private @Nullable AssessmentCommand command(Entry entry) {
        int before = complaints.count();
        refuseOthers(entry);
        var command = Commands.of(entry);
        boolean isSound = !entry.flawed() || entry.kind() == EntryKind.ASSESSMENT;
        return isSound && complaints.count() == before ? command : null;
    }

    private void refuseOthers(Entry entry) {
        var author = entry.author();
        if (importer.inNameOf() == Importer.InNameOf.THEMSELVES && author != null && !author.equals(importer.user())) {
            var field = entry.fields().has("analyst") ? "/analyst" : "/by";
            complaints.add(
                    Cause.NOT_ALLOWED,
                    entry.fields().node().at(field).line(),
                    entry.seq(),
                    entry.fields().pointer() + field,
                    "only an administrator imports what somebody else said: take the entries of " + Quoted.plain(author)
                            + " out, or ask an administrator to import the file");
        }
    }

    private boolean decide(AssessmentCommand command, Entry entry) {
        var author = Objects.requireNonNullElse(entry.author(), importer.user());
        var submission = new Submission(
                command, importer.isDemo() ? author : importer.user(), author, entry.effectiveAt(), entry.reason());
        try {
            var time = Objects.requireNonNullElse(entry.recordedAt(), now);
            var events = AssessmentDecider.decide(state, submission, time);
            for (Recorded recorded : events) {
                state = state.evolve(recorded);
                history.add(recorded);
            }
            digests.became(entry, events);
        } catch (Refused refused) {
            refusals.complain(entry, refused);
            return false;
        }
        names.became(entry, state.revision());
        return true;
    }
}
