package org.steelyard.http;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The last event that a listener has: the header {@code Last-Event-ID}, which clients send by themselves when they come back, or
 * the query parameter {@code after}. A controller that has a parameter of this type gets it.
 */
public final class LastEvent {
    static final List<String> PARAMETERS = List.of("after");
    static final String HEADER = "Last-Event-ID";

    private final @Nullable String header;
    private final @Nullable String parameter;

    LastEvent(@Nullable String header, @Nullable String parameter) {
        this.header = header;
        this.parameter = parameter;
    }

    /**
     * Its id; empty where the listener has none, and begins now. The header counts where there are both: a client that comes
     * back calls the same address.
     *
     * @throws Problem 400 for what is no id
     */
    public OptionalLong id() {
        return header == null || header.isBlank()
                ? id(parameter, "The query parameter after")
                : id(header, "The header " + HEADER);
    }

    private static OptionalLong id(@Nullable String text, String where) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        if (!text.strip().matches("\\d{1,18}")) {
            throw Problem.badRequest(where + " is the id of an event of this stream, a whole number: "
                    + "send the last one that you got, or leave it out to begin now.");
        }
        return OptionalLong.of(Long.parseLong(text.strip()));
    }
}
