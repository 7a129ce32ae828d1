package org.steelyard.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.steelyard.dossier.embed.Embeds;
import org.steelyard.dossier.embed.Embeds.Opened;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/**
 * What is shown outside the sign-in, to whoever has its address. An address that shows nothing says nothing of why: unknown, ended,
 * revoked, or no longer its maker's to show.
 */
@Controller
@RequestMapping("/embed/{token}")
class EmbeddedPages {
    private static final String PLAIN = "text/plain;charset=UTF-8";

    /** Styles of its own, nothing else, no scripts: text in it can do nothing. */
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " sandbox; frame-ancestors ";

    private final Embeds embeds;
    private final Embedded embedded;
    private final Texts texts;

    EmbeddedPages(Embeds embeds, Embedded embedded, Texts texts) {
        this.embeds = embeds;
        this.embedded = embedded;
        this.texts = texts;
    }

    /** As a picture in another page; a frame of it would be a page. */
    @GetMapping("/balance.svg")
    ResponseEntity<String> picture(@PathVariable String token, HttpServletRequest request) {
        return answer(token, request, "image/svg+xml", "'none'", embedded::picture);
    }

    /** As a frame in any page. */
    @GetMapping("/balance.html")
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
        return answer(token, request, "text/html;charset=UTF-8", "*", embedded::page);
    }

    private ResponseEntity<String> answer(
            String token, HttpServletRequest request, String type, String framedBy, Function<Opened, String> draw) {
        try {
            return embeds.open(token, request.getRemoteAddr())
                    .map(opened -> answer(HttpStatus.OK, type, framedBy).body(draw.apply(opened)))
                    .orElseGet(
                            () -> answer(HttpStatus.NOT_FOUND, PLAIN, framedBy).body(texts.text("embed.nothing")));
        } catch (Problem tooMany) {
            var answer = answer(tooMany.status(), PLAIN, framedBy);
            tooMany.headers().forEach(answer::header);
            return answer.body(tooMany.getMessage());
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String type, String framedBy) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", ALONE + framedBy)
                .header("X-Robots-Tag", "noindex, nofollow");
    }
}
