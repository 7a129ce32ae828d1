package org.steelyard.dossier.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Admission;
import org.steelyard.access.Readers;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.LogTail;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.dossier.api.Retelling.Heard;
import org.steelyard.http.Narrator;

/** Hears of each event once for all who listen to single assessments on this node, and hands it to those whom it is for. */
@Component
class LiveRevisions {
    private final LogTail tail;
    private final AssessmentLog log;
    private final Readers readers;
    private final Retelling retelling;
    private final Map<String, Set<RevisionNarrator>> listeners = new HashMap<>();
    private LogTail.@Nullable Follower follower;

    LiveRevisions(LogTail tail, AssessmentLog log, Readers readers, Retelling retelling) {
        this.tail = tail;
        this.log = log;
        this.readers = readers;
        this.retelling = retelling;
    }

    /**
     * What happens in an assessment from now on, or after a revision.
     *
     * @param wake called when there is more
     */
    Narrator narrator(String assessment, OptionalLong after, Admission admission, Runnable wake) {
        var narrator = new RevisionNarrator(this, readers, assessment, admission, wake);
        add(narrator);
        try {
            readers.look(Set.of(assessment));
            // In this order: what is recorded in between is heard, and left out where the log has it already.
            long newest = log.revision(assessment);
            List<Recorded> missed = after.isPresent() && after.getAsLong() < newest
                    ? log.read(assessment, after.getAsLong())
                    : List.of();
            List<Recorded> told = missed.subList(Math.max(0, missed.size() - RevisionNarrator.MOST), missed.size());
            narrator.begin(missed.isEmpty() ? newest : after.getAsLong(), retelling.of(assessment, told));
            return narrator;
        } catch (RuntimeException failed) {
            narrator.close();
            throw failed;
        }
    }

    private synchronized void add(RevisionNarrator narrator) {
        if (follower == null) {
            follower = tail.follow(this::hear);
        }
        listeners.computeIfAbsent(narrator.assessment(), key -> new HashSet<>()).add(narrator);
    }

    synchronized void remove(RevisionNarrator narrator) {
        listeners.computeIfPresent(narrator.assessment(), (key, narrators) -> {
            narrators.remove(narrator);
            return narrators.isEmpty() ? null : narrators;
        });
        if (listeners.isEmpty() && follower != null) {
            follower.close();
            follower = null;
        }
    }

    private void hear(List<Logged> events) {
        var happened = new HashSet<String>();
        events.forEach(event -> happened.add(event.assessment()));
        Map<String, List<RevisionNarrator>> hearers = hearers(happened);
        if (hearers.isEmpty()) {
            return;
        }
        readers.look(hearers.keySet());
        hearers.forEach((assessment, narrators) -> {
            List<Recorded> happenedThere = events.stream()
                    .filter(event -> event.assessment().equals(assessment))
                    .map(Logged::recorded)
                    .toList();
            for (Heard heard : retelling.of(assessment, happenedThere)) {
                narrators.forEach(narrator -> narrator.hear(heard));
            }
        });
    }

    private synchronized Map<String, List<RevisionNarrator>> hearers(Set<String> assessments) {
        var hearers = new HashMap<String, List<RevisionNarrator>>();
        for (String assessment : assessments) {
            var narrators = listeners.get(assessment);
            if (narrators != null) {
                hearers.put(assessment, List.copyOf(narrators));
            }
        }
        return hearers;
    }
}
