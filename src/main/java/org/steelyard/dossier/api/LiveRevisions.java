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
import org.steelyard.http.Narrator;
import tools.jackson.databind.json.JsonMapper;

/** Hears of each event once for all who listen to single assessments on this node, and hands it to those whom it is for. */
@Component
class LiveRevisions {
    private final LogTail tail;
    private final AssessmentLog log;
    private final Readers readers;
    private final JsonMapper json;
    private final Map<String, Set<RevisionNarrator>> listeners = new HashMap<>();
    private LogTail.@Nullable Follower follower;

    LiveRevisions(LogTail tail, AssessmentLog log, Readers readers, JsonMapper json) {
        this.tail = tail;
        this.log = log;
        this.readers = readers;
        this.json = json;
    }

    /**
     * What happens in an assessment from now on, or after a revision.
     *
     * @param wake called when there is more
     */
    Narrator narrator(String assessment, OptionalLong after, Admission admission, Runnable wake) {
        var narrator = new RevisionNarrator(this, readers, json, assessment, admission, wake);
        add(narrator);
        try {
            readers.look(Set.of(assessment));
            // In this order: what is recorded in between is heard, and left out where the log has it already.
            long newest = log.revision(assessment);
            List<Recorded> missed = after.isPresent() && after.getAsLong() < newest
                    ? log.read(assessment, after.getAsLong())
                    : List.of();
            narrator.begin(missed.isEmpty() ? newest : after.getAsLong(), missed);
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
        for (Logged event : events) {
            hearers.getOrDefault(event.assessment(), List.of()).forEach(narrator -> narrator.hear(event.recorded()));
        }
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
