package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.EventStreams;
import org.steelyard.http.LastEvent;

/** What happens in one assessment, told as it happens. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class StreamApi {

    private final Access access;
    private final EventStreams streams;
    private final LiveRevisions revisions;

    StreamApi(Access access, EventStreams streams, LiveRevisions revisions) {
        this.access = access;
        this.streams = streams;
        this.revisions = revisions;
    }

    @GetMapping(path = ApiPaths.STREAM, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Each new revision as it is recorded, by Server-Sent Events")
    void stream(
            @PathVariable("a") String assessment,
            LastEvent last,
            HttpServletRequest request,
            HttpServletResponse response) {
        access.require(Right.READ, assessment);
        var after = last.id();
        var admission = access.admission(request);
        streams.serve(
                admission.user(), request, response, wake -> revisions.narrator(assessment, after, admission, wake));
    }
}
