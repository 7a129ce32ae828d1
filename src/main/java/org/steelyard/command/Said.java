package org.steelyard.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says at its end, and with which exit code. */
public final class Said {

    private Said() {}

    /** Prints what the work says and answers 0, or prints why it failed and answers 1. */
    public static int by(@Nullable CommandSpec spec, Work work) {
        if (spec == null) {
            throw new IllegalStateException("picocli runs a command");
        }
        try {
            spec.commandLine().getOut().print(work.run());
            spec.commandLine().getOut().flush();
            return 0;
        } catch (CommandFailed failed) {
            failed.lines().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    /** What the command does; the text is for standard output. */
    @FunctionalInterface
    public interface Work {
        String run() throws CommandFailed;
    }
}
