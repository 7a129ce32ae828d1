package org.steelyard.assessment.web;

import java.util.List;
import java.util.Locale;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.steelyard.assessment.AlreadyOpened;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.StaleRevision;
import org.steelyard.http.Problem;
import org.steelyard.http.ProblemSource;

/** The refusals of the write side, and what may befall it, as problems; wrapped ones too. */
@Component
class AssessmentProblems implements ProblemSource {

    @Override
    public @Nullable Problem problem(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            Problem problem = said(cause);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem said(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case Refused refused -> refusal(refused);
            case StaleRevision stale -> Problem.stale(stale.current());
            case AlreadyOpened taken -> Problem.conflict("already-opened", taken.getMessage() + ".");
            case ConcurrencyException busy -> busy();
            case LockAcquisitionFailedException busy -> busy();
            case DuplicateKeyException busy -> busy();
            case PessimisticLockingFailureException busy -> busy();
            case TransientDataAccessException down -> down();
            case DataAccessResourceFailureException down -> down();
            case CannotCreateTransactionException down -> down();
            case JdbcException down -> down();
            case EventStoreException down -> down();
            default -> null;
        };
    }

    private static Problem refusal(Refused refused) {
        String detail = String.valueOf(refused.getMessage());
        Problem problem = switch (refused.kind()) {
            case BAD_REQUEST -> Problem.badRequest(detail);
            case NOT_FOUND -> Problem.notFound(detail);
            case CONFLICT -> Problem.conflict(slug(refused.rule()), detail);
        };
        return problem.with(errors(refused));
    }

    private static List<Problem.FieldError> errors(Refused refused) {
        return refused.errors().stream()
                .map(error -> new Problem.FieldError(error.pointer(), error.message()))
                .toList();
    }

    private static String slug(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Problem busy() {
        return Problem.unavailable(
                "Too many write to this assessment at once, and nothing was recorded: try again in a few seconds.");
    }

    private static Problem down() {
        return Problem.unavailable(
                "The database does not answer, and nothing was recorded: try again in a few seconds.");
    }
}
