package org.steelyard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.steelyard.http.IdempotentWrites.Write;

/**
 * Lets a form be recorded once, however often it is sent. The same content under the same one-time key is the same write, and
 * gets the first one's answer: the page it leads to, and the sentence that is said there. Other content is another write.
 */
@Component
public final class OneTime {
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final int WAITS = 200;

    private final IdempotentWrites writes;

    OneTime(IdempotentWrites writes) {
        this.writes = writes;
    }

    /** A key for a form that is about to be shown. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * Does the write, or what it did before is said again; a second click waits for the first. Its answer leads to a page, and its
     * text is said there.
     *
     * @param key that the form was shown with
     * @param content what was sent, in a form that two equal submits have in common
     */
    public ModelAndView once(String key, String content, Write write) {
        WriteRequest sent = request(key, content);
        for (int waits = 0; ; waits++) {
            try {
                return done(writes.once(sent, write));
            } catch (Problem problem) {
                if (!problem.slug().equals(IdempotentWrites.TWIN) || waits == WAITS) {
                    throw problem;
                }
                LockSupport.parkNanos(WAIT.toNanos());
            }
        }
    }

    private ModelAndView done(ResponseEntity<byte[]> answer) {
        String sentence = new String(Objects.requireNonNull(answer.getBody()), UTF_8);
        RequestContextUtils.getOutputFlashMap(current()).put("done", sentence);
        return new ModelAndView("redirect:" + answer.getHeaders().getLocation());
    }

    private static WriteRequest request(String key, String content) {
        HttpServletRequest request = current();
        String user = Objects.requireNonNull(request.getUserPrincipal()).getName();
        String digest = HexFormat.of().formatHex(ApiRequest.sha256().digest(content.getBytes(UTF_8)));
        String known = key.matches("[-0-9a-zA-Z]{1,64}") ? key : "none";
        return new WriteRequest(
                user, "POST", request.getRequestURI(), digest, List.of(), List.of(known + "." + digest));
    }

    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
