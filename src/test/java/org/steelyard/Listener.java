package org.steelyard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream of Server-Sent Events, which it reads as the WHATWG says; {@link #close} it. */
public final class Listener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String lastId = "";
    private int comments;
    private boolean begun;
    private boolean ended;

    /** An event that was heard; {@code data} is its JSON. */
    public record Event(String id, String name, JsonNode data) {}

    Listener(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (this) {
                    text.append(line).append('\n');
                    begun = true;
                    if (line.isEmpty() && !data.isEmpty()) {
                        events.add(new Event(lastId, name, JSON.readTree(data)));
                    }
                    comments += line.startsWith(":") ? 1 : 0;
                    lastId = line.startsWith("id: ") ? line.substring(4) : lastId;
                    name = line.isEmpty() ? "" : line.startsWith("event: ") ? line.substring(7) : name;
                    data = line.isEmpty() ? "" : line.startsWith("data: ") ? data + line.substring(6) : data;
                }
            }
        } catch (IOException closed) {
            // By this side or by the other: it is over.
        } finally {
            synchronized (this) {
                ended = true;
            }
        }
    }

    /** Waits until the stream has begun. */
    Listener awaitBeginning() {
        await("to begin", () -> begun || ended);
        return this;
    }

    /** The events, once so many were heard. */
    public List<Event> await(int count) {
        await("for " + count + " events", () -> events.size() >= count);
        return events();
    }

    /** The events, once one of this id was heard. */
    public List<Event> awaitId(long id) {
        var wanted = Long.toString(id);
        await(
                "for the event " + id,
                () -> !events.isEmpty() && events.getLast().id().equals(wanted));
        return events();
    }

    /** The events, once so many comments were heard. */
    public List<Event> awaitComments(int count) {
        await("for " + count + " comments", () -> comments >= count);
        return events();
    }

    /** All events, once the server has ended the stream. */
    public List<Event> awaitEnd() {
        await("for the end", () -> ended);
        return events();
    }

    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** Where a client would resume: the newest id that came, with an event or without. */
    public synchronized String lastId() {
        return lastId;
    }

    /** All that came, as it came. */
    public synchronized String text() {
        return text.toString();
    }

    public synchronized boolean isOver() {
        return ended;
    }

    private void await(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            synchronized (this) {
                if (there.getAsBoolean()) {
                    return;
                }
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("Waited in vain " + what + "; heard:\n" + text());
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
