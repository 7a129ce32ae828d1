package org.steelyard.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.HashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.feed.Feed.Part;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Paging;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;

/** The feed as programs fetch it. */
@RestController
class FeedApi {
    /** Tells where the caller stands; after it there is no event yet that concerns them, unless a next part is linked. */
    static final String UP_TO = "Steelyard-Up-To";

    static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");
    static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    private final Feed feed;
    private final CloudEvents cloudEvents;
    private final Access access;
    private final Picking picking;

    FeedApi(Feed feed, CloudEvents cloudEvents, Access access, Picking picking) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.access = access;
        this.picking = picking;
    }

    @GetMapping(ApiPaths.ROOT + "/feed")
    @Operation(
            summary =
                    "The events of all assessments that one may read, oldest first, as a batch of CloudEvents; as JSON"
                            + " lines by Accept: application/x-ndjson")
    ResponseEntity<byte[]> feed(
            @Parameter(description = "Only what came after this sequence. Default: from the start")
                    @RequestParam
                    @Nullable
                    String after,
            @Parameter(description = "How many events at most, 1 to 1000. Default: 100") @RequestParam @Nullable
                    String limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        int most = Paging.of(limit, null).limit();
        var part = feed.after(index(after), most, isReadable());
        boolean lines = accept != null && accept.contains(LINES.toString());
        var answer = ResponseEntity.ok()
                .contentType(lines ? LINES : BATCH)
                .header(UP_TO, Sequence.of(part.upTo()))
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (!part.isLast()) {
            answer.header(HttpHeaders.LINK, "<" + next(part) + ">; rel=\"next\"");
        }
        return answer.body(lines ? cloudEvents.lines(part.events()) : cloudEvents.batch(part.events()));
    }

    private long index(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        return feed.index(after)
                .orElseThrow(() -> Problem.badRequest(
                        "The query parameter after is no sequence of this feed: take it from the last event or from "
                                + UP_TO + ", or leave it out to start over."));
    }

    /** Rights as they are now; each assessment is asked about once. */
    private Predicate<Logged> isReadable() {
        var granted = access.readable();
        var known = new HashMap<String, Boolean>();
        var user = access.user();
        var sights = new HashMap<String, Sight>();
        return logged -> known.computeIfAbsent(
                        logged.assessment(), key -> granted.test(key, false) || access.may(Right.READ, key))
                && (!logged.recorded().isOpinion()
                        || Picking.isShown(
                                sights.computeIfAbsent(logged.assessment(), key -> picking.sight(user, key)),
                                logged.recorded()));
    }

    private static String next(Part part) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", part.upTo())
                .build()
                .toUriString();
    }
}
