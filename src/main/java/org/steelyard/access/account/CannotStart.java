package org.steelyard.access.account;

/** Why the server does not start: a sentence that says what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Whether this is why something failed, however deep. */
    static boolean isBehind(Throwable failure) {
        return find(failure) != null;
    }

    static CannotStart of(Throwable failure) {
        var found = find(failure);
        return found == null ? new CannotStart(String.valueOf(failure.getMessage())) : found;
    }

    private static @org.jspecify.annotations.Nullable CannotStart find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart found) {
                return found;
            }
        }
        return null;
    }
}
