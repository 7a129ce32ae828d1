package org.steelyard.dossier.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.States;
import org.steelyard.assessment.Told;
import org.steelyard.dossier.Identities;
import org.steelyard.dossier.story.Before;
import org.steelyard.dossier.story.EventSentences;
import org.steelyard.dossier.story.Links;
import org.steelyard.http.Frames;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the stream of an assessment says of its events: the sentence of the log, made once for all who listen. What stood before
 * the newest event is kept, so that the length of the log does not matter.
 */
@Component
class Retelling {
    private static final Logger LOG = LoggerFactory.getLogger(Retelling.class);
    private static final int MOST_KEPT = 100;

    private final States states;
    private final Texts texts;
    private final Wording say;
    private final JsonMapper json;
    private final Cache<String, Past> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Retelling(States states, Texts texts, Wording say, JsonMapper json) {
        this.states = states;
        this.texts = texts;
        this.say = say;
        this.json = json;
    }

    /** An event as the stream sends it. */
    record Heard(long revision, Told told) {}

    /**
     * What an event of the stream says of the event that was recorded: of one that may be hidden, that it was.
     *
     * @param summary what happened, as a sentence that begins with its author
     */
    record Change(
            long revision,
            @Nullable String kind,
            @Nullable String item,
            @Nullable String actor,
            @Nullable String summary) {
        static Change hidden(Recorded recorded) {
            return new Change(recorded.revision(), null, null, null, null);
        }

        static Change of(Recorded recorded, @Nullable String summary) {
            return new Change(
                    recorded.revision(),
                    recorded.kind(),
                    recorded.event().item(),
                    recorded.stamp().actor(),
                    summary);
        }
    }

    /** What stood before the event after this revision. */
    private static final class Past {
        private final Before before = new Before();
        private long revision;

        void goTo(AssessmentState state, long to) {
            while (revision < to) {
                revision++;
                Recorded event = state.recorded(revision);
                if (event != null) {
                    before.take(event);
                }
            }
        }
    }

    /** These events of one assessment, in their order. */
    List<Heard> of(String assessment, List<Recorded> events) {
        Map<Long, String> summaries = summaries(assessment, events);
        var heard = new ArrayList<Heard>(events.size());
        for (Recorded event : events) {
            var whole = frame(event, Change.of(event, summaries.get(event.revision())));
            heard.add(new Heard(
                    event.revision(), Told.of(assessment, event, whole, () -> frame(event, Change.hidden(event)))));
        }
        return heard;
    }

    private byte[] frame(Recorded event, Change change) {
        return Frames.frame(event.revision(), "revision", json.writeValueAsString(change));
    }

    /** By revision; none where the log cannot be read at the moment: that something happened is told all the same. */
    private Map<Long, String> summaries(String assessment, List<Recorded> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        try {
            AssessmentState state = states.newest(assessment).state();
            var sentences = new EventSentences(texts, say, new Identities(state), Links.NONE);
            Past known = Objects.requireNonNull(kept.get(assessment, key -> new Past()));
            synchronized (known) {
                if (known.revision < events.getFirst().revision()) {
                    return summaries(known, state, events, sentences);
                }
            }
            // Somebody comes back who missed some.
            return summaries(new Past(), state, events, sentences);
        } catch (RuntimeException failed) {
            LOG.warn("What happened in {} cannot be put into words: {}", assessment, failed.toString());
            return Map.of();
        }
    }

    private static Map<Long, String> summaries(
            Past past, AssessmentState state, List<Recorded> events, EventSentences sentences) {
        var summaries = new HashMap<Long, String>();
        for (Recorded event : events) {
            past.goTo(state, event.revision() - 1);
            summaries.put(event.revision(), sentences.summary(event, past.before));
        }
        return summaries;
    }
}
