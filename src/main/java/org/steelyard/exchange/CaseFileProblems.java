package org.steelyard.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.exchange.casefile.UnusableCaseFile;
import org.steelyard.http.Problem;
import org.steelyard.http.Problem.FieldError;
import org.steelyard.http.ProblemSource;

/** Case files that cannot be taken, as problems. */
@Component
class CaseFileProblems implements ProblemSource {

    private static final long MOST_BYTES = 16L << 20;

    @Override
    public @Nullable Problem problem(Exception exception) {
        return exception instanceof UnusableCaseFile unusable ? problem(unusable) : null;
    }

    private static Problem problem(UnusableCaseFile unusable) {
        List<FieldError> errors = unusable.complaints().stream()
                .map(complaint -> new FieldError(complaint.pointer(), complaint.message()))
                .toList();
        var first = errors.getFirst().message();
        var detail = errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more, see errors)";
        return switch (unusable.reason()) {
            case TOO_LARGE -> Problem.tooLarge(MOST_BYTES);
            case WRONG -> Problem.badRequest(detail).with(errors);
            case NOT_ALLOWED -> Problem.forbidden(detail).with(errors);
            case KEY_TAKEN -> Problem.conflict("already-opened", detail).with(errors);
        };
    }
}
