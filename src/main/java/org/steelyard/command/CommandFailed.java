package org.steelyard.command;

import java.util.List;

/** A command could not do what it was asked to. The lines go to standard error. */
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int status;

    public CommandFailed(String line) {
        this(List.of(line));
    }

    public CommandFailed(List<String> lines) {
        this(lines, 0);
    }

    CommandFailed(List<String> lines, int status) {
        super(lines.getFirst());
        this.lines = lines;
        this.status = status;
    }

    /** The HTTP status with which a server refused; 0 where none did. */
    public int status() {
        return status;
    }

    List<String> lines() {
        return lines;
    }
}
