package org.steelyard.dossier.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;

/**
 * Entries of the list as the reader sees them at an instant, or now: each assessment is opened, so the cost grows with how many there
 * are.
 */
@Component
class PastList {

    private final Dossiers dossiers;
    private final AssessmentIndex index;

    PastList(Dossiers dossiers, AssessmentIndex index) {
        this.dossiers = dossiers;
        this.index = index;
    }

    /** The entry of this assessment at the instant, for null as it stands now; empty where its log had not begun or the filter leaves it out. */
    Optional<Entry> entry(String assessment, @Nullable Instant asOf, Filter filter) {
        return dossiers.openIfBegun(assessment, asOf).flatMap(dossier -> entry(dossier, asOf, filter));
    }

    private Optional<Entry> entry(Dossier dossier, @Nullable Instant asOf, Filter filter) {
        return dossier.entry()
                .filter(it -> index.matches(filter, it, dossier.state().analystsAt(dossier.point()), asOf));
    }
}
