package org.steelyard.dossier.web;

import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.figure.Figure;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Figures and tables as answers that a browser keeps as files. */
@Component
class Files {
    /** The file's own style, and nothing else: it needs no more, and text in it can do nothing. */
    private static final String SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final ITemplateEngine templates;

    Files(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A figure that stands by itself. */
    ResponseEntity<String> svg(String name, Figure figure, String title, String description) {
        var context = new Context();
        context.setVariable("figure", figure);
        context.setVariable("title", title);
        context.setVariable("description", description);
        String svg = templates.process("dossier/figure", Set.of("file"), context);
        return file(name + ".svg", "image/svg+xml", "inline")
                .header("Content-Security-Policy", SVG_POLICY)
                .body(svg.strip());
    }

    /** A table. */
    ResponseEntity<String> csv(String name, String table) {
        return file(name + ".csv", "text/csv;charset=UTF-8", "attachment").body(table);
    }

    private static ResponseEntity.BodyBuilder file(String name, String type, String disposition) {
        var header = ContentDisposition.builder(disposition).filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, header.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
