package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Sights;

/** What the assessments on a page are called, now or as of an instant. */
@Service
public class Titles {
    private final Sights sights;

    Titles(Sights sights) {
        this.sights = sights;
    }

    /** The titles of these assessments by key; the key itself where there is none. For few: each is opened. */
    public Map<String, String> of(Collection<String> keys, @Nullable Instant asOf) {
        var titles = new TreeMap<String, String>();
        for (String key : List.copyOf(keys)) {
            titles.computeIfAbsent(key, each -> title(each, asOf));
        }
        return titles;
    }

    private String title(String key, @Nullable Instant asOf) {
        AssessmentState state = sights.newest(key).state();
        long revision = asOf == null ? state.revision() : state.revisionAt(asOf);
        return revision == 0 ? key : state.framingAt(revision).title();
    }
}
