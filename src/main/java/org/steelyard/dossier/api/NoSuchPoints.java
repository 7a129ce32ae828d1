package org.steelyard.dossier.api;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.NoSuchPoint;
import org.steelyard.http.Problem;
import org.steelyard.http.ProblemSource;

/** A point in time that the log does not have is 404. */
@Component
class NoSuchPoints implements ProblemSource {

    @Override
    public @Nullable Problem problem(Exception exception) {
        return exception instanceof NoSuchPoint ? Problem.notFound(String.valueOf(exception.getMessage())) : null;
    }
}
