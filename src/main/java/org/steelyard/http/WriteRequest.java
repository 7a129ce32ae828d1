package org.steelyard.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a write says beside its body. A controller that has a parameter of this type gets it.
 *
 * @param user who is signed in
 * @param digest SHA-256, hex, of body and query
 */
public record WriteRequest(
        String user, String method, String path, String digest, List<String> ifMatches, List<String> idempotencyKeys) {

    static final int LONGEST_KEY = 200;

    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");
    private static final Pattern REVISION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST_KEY + "}");
    private static final long NO_REVISION = -1;

    /**
     * The revision that the write insists on: null without {@code If-Match}, and one that no assessment has where the tag is of
     * no revision.
     *
     * @throws Problem 400 where it is anything but one strong tag
     */
    public @Nullable Long ifMatch() {
        if (ifMatches.isEmpty()) {
            return null;
        }
        var tag = ifMatches.getFirst().strip();
        if (ifMatches.size() > 1 || !STRONG_TAG.matcher(tag).matches()) {
            throw Problem.badRequest(
                    "If-Match must be one strong entity tag, as \"7\": send the ETag of your last read, quotes included.");
        }
        var revision = REVISION.matcher(tag);
        return revision.matches() ? Long.parseLong(revision.group(1)) : NO_REVISION;
    }

    /**
     * The key under which the write may be repeated; null without one.
     *
     * @throws Problem 400 where it is too long or holds other than visible ASCII
     */
    @Nullable
    String idempotencyKey() {
        if (idempotencyKeys.isEmpty()) {
            return null;
        }
        var key = idempotencyKeys.getFirst();
        if (idempotencyKeys.size() > 1 || !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw Problem.badRequest(
                    "Idempotency-Key must be one key of 1 to 200 visible ASCII characters: change it.");
        }
        return key;
    }
}
