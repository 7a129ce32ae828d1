package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Sights;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Choices;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.http.Revisions;

/** All assessments that the reader may see today. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments")
class ListApi {

    private static final int ROWS_AT_ONCE = 500;

    private final Access access;
    private final AssessmentIndex index;
    private final PastList past;
    private final Sights sights;

    ListApi(Access access, AssessmentIndex index, PastList past, Sights sights) {
        this.access = access;
        this.index = index;
        this.past = past;
        this.sights = sights;
    }

    @GetMapping
    @Operation(summary = "The assessments that one may see, now or as of an instant, sorted by key")
    ResponseEntity<Page<Entry>> list(
            @Parameter(
                            description = "Words that all stand in it: in key, title, question or tags, or as words of"
                                    + " other texts; of the last one its beginning will do")
                    @RequestParam
                    @Nullable
                    String q,
            @Parameter(description = "One of its tags") @RequestParam @Nullable String tag,
            @Parameter(description = "Its marking, as TLP:AMBER") @RequestParam @Nullable String marking,
            @Parameter(description = "Name of a user who rated or judged there") @RequestParam @Nullable String analyst,
            @Parameter(description = "OPEN, RESOLVED, ANNULLED or ARCHIVED") @RequestParam @Nullable String status,
            @Parameter(description = "Something was recorded at this instant or later") @RequestParam @Nullable
                    String changedSince,
            @Parameter(description = "The list as it stood at this instant; no revision") @RequestParam @Nullable
                    String asOf,
            Paging paging) {
        var filter = new Filter(
                Query.text("q", q),
                Query.text("tag", tag),
                Choices.one("marking", marking, Marking.values(), Marking::label),
                Query.text("analyst", analyst),
                Choices.one("status", status, Status.values()),
                PointInTime.instant("changedSince", changedSince));
        var instant = PointInTime.instant("asOf", asOf);
        var found = instant == null
                ? readable(filter, paging, asNow(filter))
                : readable(Filter.ANY, paging, entry -> past.entry(entry.key(), instant, filter).stream());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(paging.page(Entry.class, found, Entry::key));
    }

    /** The entries that the index has; opened are those of which blind mode keeps something, who rated there and what was last. */
    private Function<Entry, Stream<Entry>> asNow(Filter filter) {
        var blinded = sights.blinded().keySet();
        return entry ->
                blinded.contains(entry.key()) ? past.entry(entry.key(), null, filter).stream() : Stream.of(entry);
    }

    /** As many of the readable entries as the page takes and one more, so that pages are full whatever is left out. */
    private List<Entry> readable(Filter filter, Paging paging, Function<Entry, Stream<Entry>> shown) {
        var mayRead = access.readable();
        var found = new ArrayList<Entry>();
        var after = paging.after();
        List<Entry> rows;
        do {
            rows = index.find(filter, after, ROWS_AT_ONCE);
            for (var row : rows) {
                if (found.size() <= paging.limit() && mayRead.test(row.key(), row.marking() == Marking.CLEAR)) {
                    shown.apply(row).forEach(found::add);
                }
                after = row.key();
            }
        } while (rows.size() == ROWS_AT_ONCE && found.size() <= paging.limit());
        return found;
    }
}
