package org.steelyard.exchange.casefile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentEvent.About;

/** Which revision each entry became: a file names entries by their {@code seq}, a log by revision. */
final class SeqNames {

    private final Complaints complaints;
    private final Map<Long, Long> revisions = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();

    SeqNames(Complaints complaints) {
        this.complaints = complaints;
    }

    /** @param revision of the last event of the entry */
    void became(Entry entry, long revision) {
        if (entry.seq() != null) {
            revisions.put(entry.seq(), revision);
        }
    }

    void wasRefused(Entry entry) {
        if (entry.seq() != null) {
            refused.add(entry.seq());
        }
    }

    /** The command with revisions of the log; null where an entry that it names is not there, and a complaint says so. */
    @Nullable
    AssessmentCommand translated(AssessmentCommand command, Entry entry) {
        return switch (command) {
            case MakeComment comment -> comment(comment, entry);
            case RequestReview request -> {
                var revision = revision("/revision", request.revision(), entry);
                yield revision == null ? null : new RequestReview(revision, request.reviewers(), request.text());
            }
            case GiveReview review -> {
                var revision = revision("/revision", review.revision(), entry);
                yield revision == null
                        ? null
                        : new GiveReview(revision, review.verdict(), review.text(), review.digest(), review.knownBy());
            }
            default -> command;
        };
    }

    private @Nullable MakeComment comment(MakeComment comment, Entry entry) {
        var about = comment.about();
        var aboutRevision = about == null ? null : about.revision();
        if (aboutRevision != null) {
            aboutRevision = revision("/about/revision", aboutRevision, entry);
            if (aboutRevision == null) {
                return null;
            }
        }
        var replyTo = comment.replyTo();
        if (replyTo != null) {
            replyTo = revision("/replyTo", replyTo, entry);
            if (replyTo == null) {
                return null;
            }
        }
        var translated =
                about == null ? null : new About(about.evidence(), about.interpretation(), about.cell(), aboutRevision);
        return new MakeComment(comment.text(), translated, replyTo);
    }

    private @Nullable Long revision(String pointer, long seq, Entry entry) {
        var revision = revisions.get(seq);
        if (revision == null && !refused.contains(seq)) {
            complaints.add(
                    UnusableCaseFile.Cause.WRONG,
                    entry.content().node().at(pointer).line(),
                    entry.seq(),
                    entry.content().pointer() + pointer,
                    entry.seq() == null
                            ? "an event is named by the seq of its entry, and this file has none: give one to every entry"
                            : "no entry before this one has seq " + seq + ": name one from 1 to " + (entry.seq() - 1));
        }
        return revision;
    }
}
