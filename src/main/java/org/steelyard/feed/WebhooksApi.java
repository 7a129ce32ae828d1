package org.steelyard.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.feed.Webhooks.Wish;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.Page;
import org.steelyard.http.Sent;

/** Webhooks over HTTP. */
@RestController
@RequestMapping(WebhooksApi.PATH)
class WebhooksApi {
    static final String PATH = ApiPaths.ROOT + "/webhooks";

    private static final int MOST_KEYS = 100;

    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Body
    record WebhookBody(
            URI url,
            @Body.AtMost(100) @Nullable String secret,
            @Body.Entries(MOST_KEYS) @Nullable List<@Body.Key String> assessments,
            @Body.Entries(MOST_KEYS) @Nullable List<@Body.AtMost(Body.NAME) String> kinds,
            @Body.AtMost(19) @Nullable String after) {

        Wish wish() {
            return new Wish(url, secret, orNone(assessments), orNone(kinds), after);
        }

        private static List<String> orNone(@Nullable List<String> words) {
            return words == null ? List.of() : words;
        }
    }

    /** Whether events go out. */
    enum State {
        ACTIVE,
        FAILING,
        PAUSED
    }

    /** A webhook without its secret; {@code upTo} is the sequence of the newest event that needs no sending any more. */
    record WebhookAnswer(
            String id,
            String user,
            URI url,
            List<String> assessments,
            List<String> kinds,
            Instant createdAt,
            String upTo,
            State state,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextTry,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String cause,
            @Nullable String paused) {

        static WebhookAnswer of(Webhook webhook) {
            var health = webhook.health();
            var running = health.failures() > 0 ? State.FAILING : State.ACTIVE;
            return new WebhookAnswer(
                    webhook.id(),
                    webhook.user(),
                    webhook.url(),
                    webhook.assessments(),
                    webhook.kinds(),
                    webhook.createdAt(),
                    Sequence.of(webhook.sentUpTo()),
                    health.paused() != null ? State.PAUSED : running,
                    health.failures(),
                    health.failingSince(),
                    health.nextTry(),
                    health.lastSuccess(),
                    health.lastFailure(),
                    health.cause(),
                    health.paused());
        }
    }

    /** A new webhook with what it signs with, which is never said again. */
    record MadeWebhook(String secret, @JsonUnwrapped WebhookAnswer webhook) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Have events sent to a URL of an allowed host; the answer alone has the signing secret")
    ResponseEntity<MadeWebhook> make(@RequestBody(required = true) Sent<WebhookBody> sent) {
        var made = webhooks.make(sent.fields().wish());
        return ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                .body(new MadeWebhook(made.secret().text(), WebhookAnswer.of(made)));
    }

    @GetMapping
    @Operation(summary = "One's own webhooks and how they fare, for administrators everybody's; without their secrets")
    Page<WebhookAnswer> list() {
        var all = webhooks.list().stream().map(WebhookAnswer::of).toList();
        return Page.whole(WebhookAnswer.class, all);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One webhook and how it fares, without its secret")
    WebhookAnswer one(@PathVariable String id) {
        return WebhookAnswer.of(webhooks.one(id));
    }

    @PostMapping("/{id}/resumption")
    @Operation(summary = "Let a webhook that is paused or failing go on at once, where it stopped")
    WebhookAnswer resume(@PathVariable String id) {
        return WebhookAnswer.of(webhooks.resume(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook: nothing more is sent")
    void remove(@PathVariable String id) {
        webhooks.remove(id);
    }
}
