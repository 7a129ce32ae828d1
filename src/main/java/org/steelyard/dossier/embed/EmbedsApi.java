package org.steelyard.dossier.embed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.dossier.embed.Embed.Made;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.Page;
import org.steelyard.http.Sent;

/** The embeds of an assessment over HTTP. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}/embeds")
class EmbedsApi {
    private final Embeds embeds;

    EmbedsApi(Embeds embeds) {
        this.embeds = embeds;
    }

    @Body
    record EmbedBody(@Body.AtMost(Body.NAME) String view, Instant expiresAt) {}

    /** An embed without its address. */
    record EmbedAnswer(String id, String view, String maker, Instant createdAt, Instant expiresAt) {

        static EmbedAnswer of(Embed embed) {
            return new EmbedAnswer(
                    embed.id(), embed.view().text(), embed.maker(), embed.createdAt(), embed.expiresAt());
        }
    }

    /** A new embed; {@code url} and {@code html} hold the secret, which is never said again. */
    record MadeEmbed(
            String url, String html, String id, String view, String maker, Instant createdAt, Instant expiresAt) {

        static MadeEmbed of(Made made) {
            var embed = EmbedAnswer.of(made.embed());
            return new MadeEmbed(
                    made.picture(),
                    made.page(),
                    embed.id(),
                    embed.view(),
                    embed.maker(),
                    embed.createdAt(),
                    embed.expiresAt());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a picture of the balance that needs no sign-in; the answer alone has its address")
    ResponseEntity<MadeEmbed> make(
            @PathVariable("a") String assessment, @RequestBody(required = true) Sent<EmbedBody> sent) {
        embeds.requireToMake(assessment);
        var body = sent.fields();
        var made = embeds.make(assessment, EmbedView.of(body.view()), body.expiresAt());
        var location = ApiPaths.ROOT + "/assessments/" + assessment + "/embeds/"
                + made.embed().id();
        return ResponseEntity.created(URI.create(location)).body(MadeEmbed.of(made));
    }

    @GetMapping
    @Operation(summary = "One's own embeds of an assessment, for its owners all, oldest first, without their addresses")
    Page<EmbedAnswer> list(@PathVariable("a") String assessment) {
        var items = embeds.of(assessment).stream().map(EmbedAnswer::of).toList();
        return Page.whole(EmbedAnswer.class, items);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of those embeds, without its address")
    EmbedAnswer one(@PathVariable("a") String assessment, @PathVariable String id) {
        return EmbedAnswer.of(embeds.one(assessment, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one of those embeds, at once")
    void revoke(@PathVariable("a") String assessment, @PathVariable String id) {
        embeds.revoke(assessment, id);
    }
}
