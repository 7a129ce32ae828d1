package org.steelyard.assessment;

import java.util.List;
import java.util.Set;

/**
 * A command that breaks a rule. Nothing was recorded.
 *
 * <p>{@link #getMessage()} is one sentence or two that say what to do; it may be shown as it stands.
 */
public final class Refused extends RuntimeException {
    private static final Set<String> OF_THE_WHOLE = Set.of("/reason", "/effectiveAt");

    private final Rule rule;
    private final Kind kind;
    private final transient List<FieldError> errors;
    private final int submission;

    /** What the command is wrong against. */
    public enum Kind {
        /** The command by itself, whatever the log holds. */
        BAD_REQUEST,
        /** What it is addressed to does not exist. */
        NOT_FOUND,
        /** The log as it stands. */
        CONFLICT
    }

    /** A field that is wrong: its place in the command as a JSON pointer (RFC 6901), and what to do about it. */
    public record FieldError(String pointer, String message) {}

    private Refused(Rule rule, Kind kind, String detail, List<FieldError> errors, int submission) {
        super(detail);
        this.rule = rule;
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.submission = submission;
    }

    static Refused by(Rule rule, String detail) {
        return new Refused(rule, rule.kind(), detail, List.of(), 0);
    }

    /** Refused for one field. */
    static Refused by(Rule rule, String pointer, String detail) {
        return new Refused(rule, rule.kind(), detail, List.of(new FieldError(pointer, detail)), 0);
    }

    /** Refused for several fields; the rule is that of the first. */
    static Refused by(Rule rule, List<FieldError> errors) {
        var sentences = errors.stream().map(Refused::sentence).toList();
        return new Refused(rule, rule.kind(), String.join("; ", sentences) + ".", errors, 0);
    }

    private static String sentence(FieldError error) {
        return error.pointer().isEmpty() ? error.message() : error.pointer().substring(1) + " " + error.message();
    }

    /** The rule that is broken; the first, where there are several. */
    public Rule rule() {
        return rule;
    }

    public Kind kind() {
        return kind;
    }

    /** The fields that are wrong; empty where the command is wrong as a whole. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Which of the submissions that were sent together breaks the rule, counted from 0. */
    public int submission() {
        return submission;
    }

    /** The same refusal, of this one among submissions that were sent together. */
    Refused ofSubmission(int number) {
        return new Refused(rule, kind, String.valueOf(getMessage()), errors, number);
    }

    /**
     * The same for a command that stands in a list in a body: keys that would be in the path are in the body there.
     *
     * @param pointer where the command stands, as a JSON pointer ("/ratings/3")
     */
    public Refused within(String pointer) {
        var moved = errors.stream().map(error -> moved(error, pointer)).toList();
        Kind inBody = rule == Rule.KEYS_IN_THE_PATH_EXIST ? Kind.CONFLICT : kind;
        return new Refused(rule, inBody, pointer.substring(1) + ": " + getMessage(), moved, submission);
    }

    /** What is said once for the whole body stays where it is. */
    private static FieldError moved(FieldError error, String pointer) {
        return OF_THE_WHOLE.contains(error.pointer())
                ? error
                : new FieldError(pointer + error.pointer(), error.message());
    }
}
