package org.steelyard.http;

import org.springframework.http.ResponseEntity;

/**
 * The answer to a write, as kept for whoever repeats it.
 *
 * @param <T> what its JSON shows
 */
@SuppressWarnings("UnusedTypeParameter") // the documents and the compiler read it
public final class Written<T> extends ResponseEntity<byte[]> {

    /** What was answered, said to show a {@code T}. */
    public Written(ResponseEntity<byte[]> answer) {
        super(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }
}
