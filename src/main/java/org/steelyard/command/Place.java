package org.steelyard.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Where a command does its work: at a running server, or in the data folder where none runs. */
public final class Place {

    /** H2's code for a file that another process has open. */
    private static final int IN_USE = 90020;

    private static final String URL = "STEELYARD_URL";
    private static final String TOKEN = "STEELYARD_TOKEN";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server, as http://127.0.0.1:8080; also from " + URL + ". Without one the data folder is"
                    + " opened, unless a server has it open.")
    private @Nullable String url;

    @Option(names = "--token", paramLabel = "TOKEN", description = "An API token for that server; also from " + TOKEN)
    private @Nullable String token;

    private final Map<String, String> environment;

    /** @param environment as {@code System.getenv()} */
    public Place(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What to do over HTTP. */
    @FunctionalInterface
    public interface AtServer {
        String at(Server server) throws CommandFailed;
    }

    /** What to do in the application, opened without its web server. */
    @FunctionalInterface
    public interface InFolder {
        String in(ConfigurableApplicationContext application) throws CommandFailed;
    }

    /** Does the one or the other, and answers with what it says. */
    public String run(Supplier<ConfigurableApplicationContext> application, AtServer atServer, InFolder inFolder)
            throws CommandFailed {
        var named = firstOf(url, environment.get(URL));
        var known = firstOf(token, environment.get(TOKEN));
        if (named != null) {
            if (known == null) {
                throw new CommandFailed(
                        "The server wants to know who asks: give an API token with --token or " + TOKEN + ".");
            }
            return atServer.at(new Server(named, known));
        }
        try (var opened = opened(application)) {
            if (opened != null) {
                return inFolder.in(opened);
            }
        }
        if (known == null) {
            throw new CommandFailed("A server has the data folder open: give an API token for it with --token or "
                    + TOKEN + ", and --url where it is not " + Server.USUAL + ".");
        }
        return atServer.at(new Server(Server.USUAL, known));
    }

    /** Null where another process has the data folder open. */
    private static @Nullable ConfigurableApplicationContext opened(Supplier<ConfigurableApplicationContext> application)
            throws CommandFailed {
        try {
            return application.get();
        } catch (RuntimeException failure) {
            Throwable root = failure;
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                    return null;
                }
                root = cause;
            }
            throw new CommandFailed("The data folder cannot be opened: " + root.getMessage());
        }
    }

    /** Where the data of this application lies, for messages. */
    public static String of(ConfigurableApplicationContext application) {
        var environment = application.getEnvironment();
        var database = environment.getProperty("spring.datasource.url", "");
        return database.startsWith("jdbc:h2:file:")
                ? "the data folder "
                        + Path.of(environment.getProperty("steelyard.data-dir", "."))
                                .toAbsolutePath()
                                .normalize()
                : "the database " + database.replaceFirst("[?;].*", "");
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        var found = one == null ? other : one;
        return found == null || found.isBlank() ? null : found;
    }
}
