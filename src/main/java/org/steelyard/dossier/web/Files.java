package org.steelyard.dossier.web;

import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.site.Attachments;
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
        return Attachments.file(name + ".svg", "image/svg+xml", "inline")
                .header("Content-Security-Policy", SVG_POLICY)
                .body(svg.strip());
    }

    /** A table. */
    ResponseEntity<String> csv(String name, String table) {
        return Attachments.csv(name, table);
    }
}
