package org.steelyard.dossier;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.assessment.Marking;

/** Goes over the assessments that who is signed in may read, opening each: so many at one go, however many there are. */
@Service
public class Across {
    /** The most assessments opened at one go. */
    public static final int MOST = 200;

    private static final int ROWS_AT_ONCE = 500;

    private final AssessmentIndex index;
    private final Dossiers dossiers;
    private final Access access;
    private final int most;

    @Autowired
    Across(AssessmentIndex index, Dossiers dossiers, Access access) {
        this(index, dossiers, access, MOST);
    }

    Across(AssessmentIndex index, Dossiers dossiers, Access access, int most) {
        this.index = index;
        this.dossiers = dossiers;
        this.access = access;
        this.most = most;
    }

    /**
     * Where to begin: behind a key, or at it; at the first assessment where there is none.
     *
     * @param included whether the assessment of this key is looked at once more
     */
    public record Start(@Nullable String key, boolean included) {
        public static Start after(@Nullable String key) {
            return new Start(key, false);
        }

        public static Start at(String key) {
            return new Start(key, true);
        }
    }

    /**
     * Shows each assessment as it stands, or as it stood at an instant, sorted by key, until {@code goesOn} has enough or
     * {@link #MOST} were opened.
     *
     * @param analyst only assessments in which this user rated or judged; null for all
     * @return the key after which it is to go on; null at the end
     */
    public @Nullable String walk(
            @Nullable String analyst, Start start, @Nullable Instant asOf, Predicate<Dossier> goesOn) {
        var first = start.included() ? start.key() : null;
        if (first != null && access.may(Right.READ, first) && !shown(first, asOf, goesOn)) {
            return first;
        }
        var filter = new Filter(null, null, null, analyst, null, null);
        var readable = access.readable();
        int opened = 0;
        String last = start.key();
        List<Entry> rows;
        do {
            rows = index.find(filter, last, ROWS_AT_ONCE);
            for (Entry row : rows) {
                last = row.key();
                if (readable.test(row.key(), row.marking() == Marking.CLEAR)) {
                    opened++;
                    if (!shown(row.key(), asOf, goesOn) || opened == most) {
                        return last;
                    }
                }
            }
        } while (rows.size() == ROWS_AT_ONCE);
        return null;
    }

    private boolean shown(String key, @Nullable Instant asOf, Predicate<Dossier> goesOn) {
        return dossiers.openIfBegun(key, asOf).map(goesOn::test).orElse(true);
    }
}
