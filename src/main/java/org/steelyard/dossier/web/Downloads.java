package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.WideReadings;
import org.steelyard.dossier.web.MatrixTables.Wish;
import org.steelyard.http.PointInTime;

/** Figures and tables of one assessment as files. */
@Controller
@RequestMapping("/a/{key}")
class Downloads {
    private final Opening opening;
    private final Captions captions;
    private final Readings readings;
    private final MatrixTables matrices;
    private final Files files;

    Downloads(Opening opening, Captions captions, Readings readings, MatrixTables matrices, Files files) {
        this.opening = opening;
        this.captions = captions;
        this.readings = readings;
        this.matrices = matrices;
        this.files = files;
    }

    @GetMapping("/readings.svg")
    ResponseEntity<String> svg(@PathVariable String key, PointInTime point) {
        Shown shown = opening.openReadings(key, point);
        Figure figure = WideReadings.of(readings.rows(shown), readings.heads());
        return files.svg(key + "-readings", figure, captions.title(shown), captions.description(shown));
    }

    @GetMapping("/readings.csv")
    ResponseEntity<String> readingsCsv(@PathVariable String key, PointInTime point) {
        Shown shown = opening.openReadings(key, point);
        return files.csv(key + "-readings", Tables.readings(shown, readings.lines(shown)));
    }

    @GetMapping("/matrix.csv")
    ResponseEntity<String> matrixCsv(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String whose) {
        Shown shown = opening.open(key, point);
        MatrixTable matrix = matrices.of(shown, Wish.of(order, whose, shown));
        return files.csv(key + "-matrix", Tables.matrix(matrix, shown.view().ratings()));
    }
}
