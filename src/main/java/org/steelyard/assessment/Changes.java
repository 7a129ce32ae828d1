package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.balance.At;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Versions;

/**
 * The events that may overtake a judgment, in the order of recording. Those that count at a point are found without looking at the
 * others.
 */
final class Changes {
    private record Counted(Change change, long micros) {}

    /** With the clocks exchanged: sorted by revision, and indexed by effective time. */
    private volatile Versions<Counted> byRevision = Versions.none();

    /** The event as what may overtake a judgment, or null where it overtakes none. */
    static @Nullable Change of(Recorded event) {
        Effect effect = effect(event.event());
        String subject = event.event().item();
        return effect == null || subject == null ? null : new Change(event.revision(), event.kind(), subject, effect);
    }

    private static @Nullable Effect effect(AssessmentEvent event) {
        return switch (event) {
            case EvidenceRecorded e -> Effect.ADDS_ITEM;
            case EvidenceCorrected e -> Effect.UNSETTLES_ITEM;
            case EvidenceRegraded e -> Effect.UNSETTLES_ITEM;
            case EvidenceRetracted e -> Effect.UNSETTLES_ITEM;
            case SourceRegraded e -> Effect.REGRADES_SOURCE;
            case SourceCorrected e -> e.reliability() == null ? null : Effect.REGRADES_SOURCE;
            case InterpretationRevised e -> e.statement() == null ? null : Effect.REWORDS_INTERPRETATION;
            default -> null;
        };
    }

    /** Keeps the event where it may overtake a judgment. */
    void add(Recorded by) {
        Change change = of(by);
        if (change == null) {
            return;
        }
        long micros = At.micros(by.stamp().effectiveAt());
        byRevision = byRevision.with(
                /* effectiveMicros= */ by.revision(), /* revision= */ micros, new Counted(change, micros));
    }

    /** Those after this revision that count at the point, oldest first. */
    List<Change> after(long revision, At at) {
        var found = new ArrayList<Change>();
        var exchanged = new At(/* revision= */ at.micros(), /* micros= */ at.revision());
        for (Counted counted : byRevision.latestFirst(revision, exchanged)) {
            if (counted.change.revision() <= at.lastThen() || counted.micros < at.micros()) {
                found.add(counted.change);
            }
        }
        Collections.reverse(found);
        return found;
    }
}
