package org.steelyard.access.account;

import org.jspecify.annotations.Nullable;

/** Why the server does not start: a sentence that says what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence behind a failure, however deep; null where there is none. */
    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart found) {
                return found.getMessage();
            }
        }
        return null;
    }
}
