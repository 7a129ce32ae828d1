package org.steelyard.dossier.api;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.BackwardRange;
import org.steelyard.dossier.NoSuchPoint;
import org.steelyard.http.Problem;
import org.steelyard.http.ProblemSource;

/** A point in time that the log does not have is 404, a range that ends before it begins 400. */
@Component
class NoSuchPoints implements ProblemSource {

    @Override
    public @Nullable Problem problem(Exception exception) {
        return switch (exception) {
            case NoSuchPoint none -> Problem.notFound(String.valueOf(none.getMessage()));
            case BackwardRange backward -> Problem.badRequest(String.valueOf(backward.getMessage()));
            default -> null;
        };
    }
}
