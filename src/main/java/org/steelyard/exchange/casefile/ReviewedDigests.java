package org.steelyard.exchange.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.AssessmentLog.RunningDigest;
import org.steelyard.assessment.Recorded;
import org.steelyard.exchange.casefile.Node.Scalar;

/**
 * The digests of what the reviews of a case are about, as it will be stored. They are taken while the events come: a case of
 * many reviews would otherwise be digested from its start for each of them.
 */
final class ReviewedDigests {

    /** The {@code seq} of each entry that is reviewed. */
    private final Set<Long> reviewed;

    private final @Nullable RunningDigest running;
    private final Map<Long, String> digests = new HashMap<>();

    ReviewedDigests(List<Entry> entries, AssessmentLog log) {
        reviewed = entries.stream()
                .filter(entry -> entry.change() == Change.REVIEW)
                .map(entry -> number(entry.content().node().at("/revision")))
                .collect(Collectors.toSet());
        running = reviewed.isEmpty() ? null : log.runningDigest();
    }

    /** 0, which no entry has, where it is none; another complains of that. */
    private static long number(Node revision) {
        try {
            return revision instanceof Scalar scalar ? Long.parseLong(scalar.text()) : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** @param events the entry's */
    void became(Entry entry, List<Recorded> events) {
        if (running == null) {
            return;
        }
        events.forEach(running::add);
        if (entry.seq() != null && reviewed.contains(entry.seq())) {
            digests.put(events.getLast().revision(), running.soFar());
        }
    }

    /** A review with the digest that it binds to; any other command as it is. */
    AssessmentCommand bound(AssessmentCommand command) {
        if (command instanceof GiveReview review) {
            var digest = Objects.requireNonNull(digests.get(review.revision()));
            return new GiveReview(review.revision(), review.verdict(), review.text(), digest, review.knownBy());
        }
        return command;
    }
}
