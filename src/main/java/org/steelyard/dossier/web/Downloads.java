package org.steelyard.dossier.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.dossier.figure.WideReadings;
import org.steelyard.dossier.web.MatrixTables.Wish;
import org.steelyard.http.PointInTime;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Figures and tables of one assessment as files. */
@Controller
@RequestMapping("/a/{key}")
class Downloads {
    /** The file's own style, and nothing else: it needs no more, and text in it can do nothing. */
    private static final String SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Opening opening;
    private final Captions captions;
    private final Readings readings;
    private final MatrixTables matrices;
    private final ITemplateEngine templates;

    Downloads(Opening opening, Captions captions, Readings readings, MatrixTables matrices, ITemplateEngine templates) {
        this.opening = opening;
        this.captions = captions;
        this.readings = readings;
        this.matrices = matrices;
        this.templates = templates;
    }

    @GetMapping("/readings.svg")
    ResponseEntity<String> svg(@PathVariable String key, PointInTime point) {
        Shown shown = opening.open(key, point);
        var context = new Context();
        context.setVariable("figure", WideReadings.of(readings.rows(shown), readings.heads()));
        context.setVariable("title", captions.title(shown));
        context.setVariable("description", captions.description(shown));
        String svg = templates.process("dossier/figure", Set.of("file"), context);
        return file(key + "-readings.svg", "image/svg+xml", "inline")
                .header("Content-Security-Policy", SVG_POLICY)
                .body(svg.strip());
    }

    @GetMapping("/readings.csv")
    ResponseEntity<String> readingsCsv(@PathVariable String key, PointInTime point) {
        Shown shown = opening.open(key, point);
        return csv(key + "-readings.csv").body(Tables.readings(shown, readings.lines(shown)));
    }

    @GetMapping("/matrix.csv")
    ResponseEntity<String> matrixCsv(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String whose) {
        Shown shown = opening.open(key, point);
        MatrixTable matrix = matrices.of(shown, Wish.of(order, whose, shown));
        return csv(key + "-matrix.csv").body(Tables.matrix(matrix, shown.view().ratings()));
    }

    /** A table as a file of this name. */
    static ResponseEntity.BodyBuilder csv(String name) {
        return file(name, "text/csv;charset=UTF-8", "attachment");
    }

    private static ResponseEntity.BodyBuilder file(String name, String type, String disposition) {
        var header = ContentDisposition.builder(disposition).filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, header.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
