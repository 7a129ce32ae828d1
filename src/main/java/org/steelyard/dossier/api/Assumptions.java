package org.steelyard.dossier.api;

import static org.steelyard.http.Body.NAME;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.PolicyFields;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.http.Body;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Between;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Body.Given;

/** What a request assumes to be otherwise; what is left out stays as it is. */
@Body
record Assumptions(
        @Nullable Dropped drop,
        @Nullable @Entries(MOST) Map<@Body.Key String, AssumedGrades> evidence,
        @Nullable @Entries(MOST) Map<@Body.Key String, AssumedReliability> sources,
        @Nullable @Entries(MOST) List<AssumedRating> ratings,
        @Nullable PolicyFields policy) {

    static final int MOST = 10_000;

    /** What is not there. An origin by its text, or by the key of a source that stands for itself. */
    record Dropped(
            @Nullable @Entries(MOST) List<@Body.Key String> items,
            @Nullable @Entries(MOST) List<@AtMost(NAME) String> origins,
            @Nullable @Entries(MOST) List<@Body.Key String> sources,
            @Nullable @Entries(MOST) List<@Body.UserName String> analysts) {
        static final Dropped NOTHING = new Dropped(null, null, null, null);
    }

    /** Other grades of an item. */
    record AssumedGrades(
            @Nullable @Between(min = 1, max = 6) Integer credibility,
            @Nullable Relevance relevance) {}

    /** Another reliability of a source. */
    record AssumedReliability(Reliability reliability) {}

    /** Another rating of a cell by an analyst, who may be nobody yet; null makes it unrated. */
    record AssumedRating(
            @Body.UserName String analyst,
            @Body.Key String evidence,
            @Body.Key String interpretation,
            @Nullable @Given Rating rating) {}
}
