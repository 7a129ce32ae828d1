package org.steelyard.portfolio.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.EventStreams;
import org.steelyard.http.LastEvent;

/** What happens in all assessments that one may see, told as it happens. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/portfolio")
class LiveApi {
    private final Access access;
    private final EventStreams streams;
    private final LiveChanges changes;

    LiveApi(Access access, EventStreams streams, LiveChanges changes) {
        this.access = access;
        this.streams = streams;
        this.changes = changes;
    }

    @GetMapping(path = ApiPaths.STREAM, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Each change of the assessments that one may see as it is recorded, by Server-Sent Events")
    void stream(LastEvent last, HttpServletRequest request, HttpServletResponse response) {
        var admission = access.admission(request);
        var after = last.id();
        streams.serve(admission.user(), request, response, wake -> changes.narrator(after, admission, wake));
    }
}
