package org.steelyard.portfolio.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.ParkedEvents.Parked;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;
import org.steelyard.portfolio.projection.Progress;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.projection.Projections;

/** How far the projections are, building them anew, and the events that they could not take; for administrators. */
@RestController
@RequestMapping(ApiPaths.ROOT)
class ProjectionsApi {
    private final Access access;
    private final Projections projections;
    private final ProgressReport report;
    private final ParkedEvents parked;

    ProjectionsApi(Access access, Projections projections, ProgressReport report, ParkedEvents parked) {
        this.access = access;
        this.projections = projections;
        this.report = report;
        this.parked = parked;
    }

    @GetMapping("/projections")
    @Operation(summary = "How far each projection is")
    ResponseEntity<Page<Progress>> projections() {
        access.requireAdministrator();
        return fresh(HttpStatus.OK, Page.whole(Progress.class, report.all()));
    }

    @PostMapping("/projections/{name}/rebuild")
    @Operation(summary = "Builds a projection anew while the old one serves")
    ResponseEntity<Progress> rebuild(@PathVariable String name) {
        access.requireAdministrator();
        if (!projections.has(name)) {
            throw Problem.notFound("There is no projection " + name + ": GET /api/v1/projections lists them.");
        }
        if (!projections.rebuild(name)) {
            throw Problem.conflict(
                    "already-building", "The projection " + name + " is being built already: wait until it is done.");
        }
        return fresh(HttpStatus.ACCEPTED, progress(name));
    }

    private Progress progress(String name) {
        return report.all().stream()
                .filter(progress -> progress.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Events that a projection could not take, and those that wait behind them, sorted by id")
    ResponseEntity<Page<Parked>> deadLetters(Paging paging) {
        access.requireAdministrator();
        List<Parked> found = parked.list(paging.after(), paging.limit() + 1);
        return fresh(HttpStatus.OK, paging.page(Parked.class, found, Parked::id));
    }

    @PostMapping("/dead-letters/{id}/retry")
    @Operation(summary = "Offers a parked event, and those of its assessment, to its projection again")
    ResponseEntity<Retried> retry(@PathVariable String id) {
        access.requireAdministrator();
        Parked event = parked.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "There is no dead letter " + id + ": GET /api/v1/dead-letters lists those there are."));
        // A projection that there is no more takes nothing.
        boolean taken = projections.has(event.follower()) && parked.retry(event.follower(), event.assessment());
        return fresh(HttpStatus.OK, new Retried(id, event.follower(), event.assessment(), taken));
    }

    /** What came of it: {@code taken} where nothing of the assessment is parked for this projection any more. */
    record Retried(String id, String projection, String assessment, boolean taken) {}

    private static <T> ResponseEntity<T> fresh(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(body);
    }
}
