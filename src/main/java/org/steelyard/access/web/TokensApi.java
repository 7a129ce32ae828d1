package org.steelyard.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.time.Instant;
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
import org.steelyard.access.Access;
import org.steelyard.access.account.Tokens;
import org.steelyard.access.account.Tokens.Made;
import org.steelyard.access.account.Tokens.Token;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.Page;
import org.steelyard.http.Problem;
import org.steelyard.http.Sent;

/** One's own API tokens over HTTP. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/tokens")
class TokensApi {
    private final Access access;
    private final Tokens tokens;

    TokensApi(Access access, Tokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Body
    record TokenBody(
            @Body.AtMost(Body.NAME) String name, @Nullable Instant expiresAt) {}

    /** A token without its secret. */
    record TokenAnswer(
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        static TokenAnswer of(Token token) {
            return new TokenAnswer(token.id(), token.name(), token.createdAt(), token.expiresAt());
        }
    }

    /** A new token; {@code token} is the secret, which is never said again. */
    record MadeAnswer(
            String token,
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        static MadeAnswer of(Made made) {
            var token = made.token();
            return new MadeAnswer(made.secret(), token.id(), token.name(), token.createdAt(), token.expiresAt());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token, by session or HTTP Basic; the answer alone has its secret")
    ResponseEntity<MadeAnswer> make(@RequestBody(required = true) Sent<TokenBody> sent) {
        if (access.isByToken()) {
            throw Problem.forbidden("A token makes no tokens: sign in, or send your name and password by HTTP Basic.");
        }
        var body = sent.fields();
        var made = tokens.make(access.user(), body.name(), body.expiresAt());
        return ResponseEntity.created(
                        URI.create(ApiPaths.ROOT + "/tokens/" + made.token().id()))
                .body(MadeAnswer.of(made));
    }

    @GetMapping
    @Operation(summary = "One's own tokens, oldest first, without their secrets")
    Page<TokenAnswer> list() {
        var mine = tokens.of(access.user()).stream().map(TokenAnswer::of).toList();
        return Page.whole(TokenAnswer.class, mine);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of one's own tokens, without its secret")
    TokenAnswer one(@PathVariable String id) {
        return tokens.of(access.user()).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .map(TokenAnswer::of)
                .orElseThrow(Tokens::unknown);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one of one's own tokens")
    void revoke(@PathVariable String id) {
        tokens.revoke(access.user(), id);
    }
}
