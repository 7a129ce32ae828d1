package org.steelyard.assessment.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a write is answered with.
 *
 * @param location where a GET answers what was created; null where nothing was
 */
record Reply<V>(HttpStatus status, @Nullable String location, V resource) {

    static <V> Reply<V> ok(V resource) {
        return new Reply<>(HttpStatus.OK, null, resource);
    }

    static <V> Reply<V> createdAt(String location, V resource) {
        return new Reply<>(HttpStatus.CREATED, location, resource);
    }
}
