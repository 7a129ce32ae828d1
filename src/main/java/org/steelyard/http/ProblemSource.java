package org.steelyard.http;

import org.jspecify.annotations.Nullable;

/** How a module says its own refusals over HTTP: one bean for each module that has any. */
@FunctionalInterface
public interface ProblemSource {

    /** The problem that this exception is, or null where it is none of this module's. */
    @Nullable
    Problem problem(Exception exception);
}
