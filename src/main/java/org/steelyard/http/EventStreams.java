package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Streams of Server-Sent Events: each holds the (virtual) thread of its request until the listener leaves, may not listen any
 * more, reads too slowly, or the server stops. There are only so many of them, at each node and of each user.
 */
@Component
public class EventStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** When a listener who lost the stream should come back. */
    private static final Duration RETRY = Duration.ofSeconds(3);

    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final int most;
    private final int mostOfUser;
    private final Duration heartbeat;
    private final Set<EventStream> open = new HashSet<>();
    private final Map<String, Integer> ofUsers = new HashMap<>();
    private boolean running;

    EventStreams(
            @Value("${steelyard.streams.most}") int most,
            @Value("${steelyard.streams.most-of-user}") int mostOfUser,
            @Value("${steelyard.streams.heartbeat}") Duration heartbeat) {
        this.most = most;
        this.mostOfUser = mostOfUser;
        this.heartbeat = heartbeat;
    }

    /**
     * Answers a request with a stream, and returns when it is over.
     *
     * @param opens makes what is sent; it gets what to call, on whatever thread, when there is more
     * @throws Problem 429 where the user has too many streams, 503 where the node has, or is about to stop
     * @throws IllegalStateException where the path of the request does not end as {@link ApiPaths#STREAM} says
     */
    public void serve(
            String user, HttpServletRequest request, HttpServletResponse response, Function<Runnable, Narrator> opens) {
        if (!Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "A stream would hold one of the few threads for requests: end its path with " + ApiPaths.STREAM);
        }
        var stream = new EventStream(heartbeat);
        admit(user, stream);
        try (var narrator = opens.apply(stream::wake)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // nginx would keep what it gets until it has more.
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
                stream.send(narrator, response.getOutputStream(), RETRY);
            }
        } catch (IOException gone) {
            LOG.debug("A listener left, or read too slowly", gone);
        } finally {
            leave(user, stream);
        }
    }

    private synchronized void admit(String user, EventStream stream) {
        if (!running || open.size() >= most) {
            throw Problem.unavailable("This server has as many streams as it can take: come back in half a minute.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(WHEN_FULL.toSeconds()));
        }
        if (ofUsers.getOrDefault(user, 0) >= mostOfUser) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-streams",
                            "Too many streams",
                            "You have " + mostOfUser + " streams open: close one of them first.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(WHEN_FULL.toSeconds()));
        }
        open.add(stream);
        ofUsers.merge(user, 1, Integer::sum);
    }

    private synchronized void leave(String user, EventStream stream) {
        open.remove(stream);
        ofUsers.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }

    /** How many streams are open at this node. */
    public synchronized int count() {
        return open.size();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Ends all streams, before the web server waits for its requests to end. */
    @Override
    public void stop() {
        List<EventStream> last;
        synchronized (this) {
            running = false;
            last = List.copyOf(open);
        }
        last.forEach(EventStream::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
