package org.steelyard.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, as the commands speak to it. */
public record Server(String url, String token) {

    /** Where a server listens unless told otherwise. */
    public static final String USUAL = "http://127.0.0.1:8080";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * The body of an answer 2xx.
     *
     * @throws CommandFailed where none comes, with the status of the answer that came instead
     */
    public byte[] send(String path, Asked what) throws CommandFailed {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = what.of(HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + path)))
                    .header("Authorization", "Bearer " + token)
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw refusal(answer);
            }
            return answer.body();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed("The address " + url + " cannot be used: give one as " + USUAL + ".");
        } catch (IOException unreachable) {
            throw new CommandFailed("No server answers at " + url + ": start it, or name another with --url.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Stopped before the server at " + url + " answered.");
        }
    }

    /** What is asked for. */
    @FunctionalInterface
    public interface Asked {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    /** The problem that the server sent, a line for each thing that is wrong. */
    private CommandFailed refusal(HttpResponse<byte[]> answer) {
        var lines = new ArrayList<String>();
        var problem = json(answer.body());
        if (problem != null) {
            problem.path("errors")
                    .forEach(error -> lines.add(error.path("message").asString("")));
            if (lines.isEmpty()) {
                lines.add(problem.path("detail").asString(""));
            }
        }
        lines.removeIf(String::isBlank);
        if (lines.isEmpty()) {
            lines.add("The server at " + url + " answered " + answer.statusCode() + ".");
        }
        return new CommandFailed(List.copyOf(lines), answer.statusCode());
    }

    /** Null for what is no JSON. */
    public static @Nullable JsonNode json(byte[] body) {
        try {
            return new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException other) {
            return null;
        }
    }
}
