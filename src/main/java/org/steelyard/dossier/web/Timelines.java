package org.steelyard.dossier.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Course.Step;
import org.steelyard.dossier.History;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.figure.Bounds;

/**
 * What pages ask of a course from its beginning: each takes one pass, and is kept while it is looked at, since nothing but a
 * new event changes it. That of who works blind is nobody else's, and is not kept.
 */
@Component
class Timelines {
    /** Moments of a history: more than a figure can show apart. */
    private static final int MOMENTS = 2_000;

    private static final long KEPT = 40_000;

    private final Cache<FromTheStart, History> histories = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((FromTheStart course, History history) ->
                    1 + history.moments().size())
            .build();
    private final Cache<FromTheStart, Timeline> timelines = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((FromTheStart course, Timeline timeline) ->
                    1 + timeline.turns().size())
            .build();

    /** The history of a stretch that begins before the first event. */
    History history(Stretch stretch) {
        return stretch.blinded()
                ? History.of(stretch, MOMENTS)
                : histories.get(FromTheStart.of(stretch), missing -> History.of(stretch, MOMENTS));
    }

    /** The timeline of a stretch that begins before the first event. */
    Timeline timeline(Stretch stretch) {
        return stretch.blinded()
                ? new Watching().over(stretch)
                : timelines.get(FromTheStart.of(stretch), missing -> new Watching().over(stretch));
    }

    private static final class Watching {
        private final TreeMap<Integer, List<Turn>> turns = new TreeMap<>();
        private final LinkedHashSet<String> interpretations = new LinkedHashSet<>();
        private Bounds bounds = Bounds.NOTHING;
        private int step;

        Timeline over(Stretch stretch) {
            stretch.course().follow(this::take);
            return new Timeline(turns, bounds, interpretations);
        }

        private void take(Step applied) {
            step++;
            if (!applied.moved()) {
                return;
            }
            var changed =
                    Turn.between(applied.before().leaders(), applied.after().leaders());
            if (!changed.isEmpty()) {
                turns.put(step, changed);
            }
            for (var reading : applied.after().interpretations()) {
                interpretations.add(reading.key());
                bounds = bounds.with(reading.weightedInconsistency(), reading.weightOfEvidence());
            }
        }
    }
}
