package org.steelyard.exchange;

import java.util.List;

/** A command could not do what it was asked to. The lines go to standard error. */
final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    CommandFailed(String line) {
        this(List.of(line));
    }

    CommandFailed(List<String> lines) {
        super(lines.getFirst());
        this.lines = lines;
    }

    List<String> lines() {
        return lines;
    }
}
