package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What Spring throws before or beside an endpoint, said in sentences of our own. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    static @Nullable Problem problem(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case NoResourceFoundException ignored -> nothingThere(request);
            case NoHandlerFoundException ignored -> nothingThere(request);
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case HttpMediaTypeNotSupportedException wrong -> unsupported(wrong.getSupportedMediaTypes());
            case HttpMediaTypeNotAcceptableException wrong -> unacceptable(wrong.getSupportedMediaTypes());
            case HttpMessageNotReadableException ignored ->
                Problem.badRequest("The body is missing: send a JSON object.");
            case MissingServletRequestParameterException missing ->
                Problem.badRequest("The query parameter " + missing.getParameterName() + " is missing: add it.");
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong, request);
            case TransientDataAccessException ignored -> unavailable();
            case CannotCreateTransactionException ignored -> unavailable();
            case ErrorResponse other ->
                other(HttpStatus.resolve(other.getStatusCode().value()));
            default -> null;
        };
    }

    static Problem unforeseen() {
        var detail = "The server failed and has logged why: read what is recorded, try again, "
                + "and tell your administrator if it stays so.";
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The server failed", detail);
    }

    /** A status of which nothing more is known. */
    static @Nullable Problem other(@Nullable HttpStatus status) {
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return null;
        }
        return switch (status) {
            case BAD_REQUEST -> Problem.badRequest("The request cannot be read: compare it with /v3/api-docs.");
            case UNAUTHORIZED -> Problem.unauthorized("Send Authorization: Bearer with an API token.");
            case FORBIDDEN -> Problem.forbidden("You may not do this.");
            case NOT_FOUND -> Problem.notFound("There is nothing here: see /v3/api-docs for what there is.");
            case SERVICE_UNAVAILABLE -> unavailable();
            default ->
                Problem.of(
                        status,
                        "http-" + status.value(),
                        status.getReasonPhrase(),
                        "The request cannot be answered: compare it with /v3/api-docs.");
        };
    }

    private static Problem nothingThere(HttpServletRequest request) {
        return Problem.notFound("There is nothing to " + request.getMethod() + " at this path: see /v3/api-docs.");
    }

    private static Problem method(HttpRequestMethodNotSupportedException wrong) {
        var methods = wrong.getSupportedMethods();
        var allowed = methods == null ? "" : String.join(", ", new TreeSet<>(List.of(methods)));
        var detail = wrong.getMethod() + " is not possible here: use " + allowed + ".";
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed", detail)
                .header(HttpHeaders.ALLOW, allowed);
    }

    private static Problem unsupported(List<MediaType> supported) {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The body is of another type",
                "Send the body in UTF-8 with Content-Type: "
                        + (supported.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : names(supported)) + ".");
    }

    private static Problem unacceptable(List<MediaType> supported) {
        var detail = "This can be had as " + names(supported) + ": ask for that in Accept.";
        return Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not to be had in that format", detail);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? nothingThere(request)
                : Problem.badRequest("The query parameter " + wrong.getName() + " cannot be read: see /v3/api-docs.");
    }

    private static Problem unavailable() {
        return Problem.unavailable("The database does not answer at the moment: try again in a few seconds.");
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
