package org.steelyard.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.steelyard.http.KeptAnswers.Kept;
import org.steelyard.http.KeptAnswers.Slot;

/**
 * Writes that a client may repeat when it does not know whether the first try arrived: for one user, method, path and
 * {@code Idempotency-Key} the same body gets the first answer again and nothing is written twice.
 */
@Component
public class IdempotentWrites {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** The kind of problem by which a write hears that the same one is still under way. */
    public static final String TWIN = "twin-under-way";

    private final KeptAnswers answers;
    private final Set<Slot> underWay = ConcurrentHashMap.newKeySet();

    IdempotentWrites(KeptAnswers answers) {
        this.answers = answers;
    }

    /** A write. It hands its answer to {@code keep} inside its own transaction, and returns the same when that is durable. */
    @FunctionalInterface
    public interface Write {
        Answer run(Consumer<Answer> keep);
    }

    /**
     * Does the write, or says again what it answered before. Rights must have been checked; {@code If-Match} is for the write
     * itself to look at.
     *
     * @throws Problem 409 where the same write is under way, 422 where the key was used with another body, 400 for a bad key
     */
    public ResponseEntity<byte[]> once(WriteRequest request, Write write) {
        var key = request.idempotencyKey();
        if (key == null) {
            return write.run(answer -> {}).asResponse();
        }
        var slot = new Slot(request.user(), request.method(), request.path(), key);
        if (!underWay.add(slot)) {
            throw twin();
        }
        try {
            return firstOrNow(slot, request.digest(), write).asResponse();
        } finally {
            underWay.remove(slot);
        }
    }

    private Answer firstOrNow(Slot slot, String digest, Write write) {
        var first = first(slot, digest);
        if (first != null) {
            return first;
        }
        try {
            return write.run(answer -> answers.keep(slot, new Kept(digest, answer)));
        } catch (RuntimeException failure) {
            var twins = first(slot, digest);
            if (twins != null) {
                return twins;
            }
            throw failure;
        }
    }

    private @Nullable Answer first(Slot slot, String digest) {
        var kept = answers.find(slot);
        if (kept == null) {
            return null;
        }
        if (!kept.digest().equals(digest)) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "The Idempotency-Key was used before",
                    "This Idempotency-Key came with another body before: send a new key for a new write.");
        }
        return kept.answer();
    }

    private static Problem twin() {
        return Problem.conflict(
                        TWIN, "The same write is still under way: wait a second and send it again to get its answer.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    @Scheduled(fixedDelay = 1, initialDelay = 0, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void forgetOld() {
        answers.forgetOld();
    }
}
