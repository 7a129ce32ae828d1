package org.steelyard.feed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.feed.Outcome.Delivered;
import org.steelyard.feed.Outcome.Failed;
import org.steelyard.feed.Outcome.Gone;

/**
 * Sends one event: as structured CloudEvents over HTTP, signed as Standard Webhooks 1.0 has it. Follows no redirect, uses no
 * proxy, keeps no cookie, and reads of the answer nothing but its status and {@code Retry-After}.
 */
@Component
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";
    private static final int GONE = 410;

    private final CloudEvents cloudEvents;
    private final Clock clock;
    private final HttpClient http;

    Sender(CloudEvents cloudEvents, Clock clock) {
        this.cloudEvents = cloudEvents;
        this.clock = clock;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(ProxySelector.of(null))
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** Sends the event and waits for what the receiver says, 15 seconds at most. */
    Outcome send(Webhook webhook, Logged event) throws InterruptedException {
        CompletableFuture<HttpResponse<@Nullable Void>> answer;
        try {
            answer = http.sendAsync(request(webhook, event), response -> new LimitedBody());
        } catch (RuntimeException unusable) {
            LOG.error("No request could be made of {} for {}", CloudEvents.id(event), webhook.id(), unusable);
            return new Failed("The request could not be made; the log of the server says why.", null);
        }
        try {
            return outcome(answer.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new Failed("There was no answer within " + TO_ANSWER.toSeconds() + " seconds.", null);
        } catch (ExecutionException failure) {
            return new Failed(inWords(failure.getCause(), webhook.url()), null);
        } finally {
            // Ends a request that is still under way when time is up.
            answer.cancel(true);
        }
    }

    private HttpRequest request(Webhook webhook, Logged event) {
        var id = CloudEvents.id(event);
        long second = clock.instant().getEpochSecond();
        var body = cloudEvents.one(event);
        return HttpRequest.newBuilder(URI.create(webhook.url().toASCIIString()))
                .header("Content-Type", MEDIA_TYPE)
                .header("User-Agent", "Steelyard")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(second))
                .header("webhook-signature", webhook.secret().sign(id, second, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Outcome outcome(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Delivered();
        }
        if (status == GONE) {
            return new Gone();
        }
        var redirect = status / 100 == 3 ? " Redirects are not followed: name the URL that it leads to." : "";
        return new Failed("The receiver answered " + status + "." + redirect, wait(response));
    }

    private static @Nullable Duration wait(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static String inWords(@Nullable Throwable failure, URI url) {
        var host = AllowedHosts.hostAndPort(url);
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "The name of " + host + " leads to no address.";
            }
        }
        return switch (failure) {
            case HttpConnectTimeoutException late ->
                "No connection to " + host + " came about within " + TO_CONNECT.toSeconds() + " seconds.";
            case ConnectException refused -> "No connection to " + host + " came about.";
            case SSLException untrusted -> host + " did not show a certificate that is trusted here.";
            case IOException broken -> "The connection to " + host + " broke off.";
            case null, default -> "The request to " + host + " could not be made.";
        };
    }

    /** Ends all requests that are under way; none can be made any more. */
    void stop() {
        http.shutdownNow();
    }
}
