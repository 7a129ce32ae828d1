package org.steelyard.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.RangeInTime;

/**
 * Opens assessments at any point in time, always with everything that is in the log, but for what blind mode keeps from who is
 * signed in.
 */
@Service
public class Dossiers {
    private final Sights sights;
    private final Clock clock;

    Dossiers(Sights sights, Clock clock) {
        this.sights = sights;
        this.clock = clock;
    }

    /** The newest state of this assessment that the reader may see; empty where nobody opened one of this key. */
    public Optional<AssessmentState> current(String key) {
        return sights.opened(key).map(Sight::state);
    }

    /**
     * The assessment at a point in time; empty where there is none of this key.
     *
     * @throws NoSuchPoint where the log has no such revision, or had not begun
     */
    public Optional<Dossier> open(String key, PointInTime point) {
        return sights.opened(key)
                .map(sight -> Dossier.resolve(sight, point.asOf(), point.effectiveAt(), clock.instant()));
    }

    /** The assessment as it stands now; empty where there is none of this key. */
    public Optional<Dossier> open(String key) {
        return open(key, PointInTime.LATEST);
    }

    /** The assessment as the log held it at an instant, for null as it stands now; empty too where its log had not begun. */
    public Optional<Dossier> openIfBegun(String key, @Nullable Instant asOf) {
        try {
            return open(key, asOf == null ? PointInTime.LATEST : new PointInTime(new AtInstant(asOf), null));
        } catch (NoSuchPoint notYet) {
            return Optional.empty();
        }
    }

    /**
     * What happened to the assessment between two points; empty where there is none of this key.
     *
     * @throws NoSuchPoint where the log has no such revision, or had not begun at the end of the range
     * @throws BackwardRange where it ends before it begins
     */
    public Optional<Stretch> between(String key, RangeInTime range) {
        return sights.opened(key).map(sight -> Stretch.of(sight, range, clock.instant()));
    }
}
