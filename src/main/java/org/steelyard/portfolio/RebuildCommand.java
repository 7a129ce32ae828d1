package org.steelyard.portfolio;

import java.io.Console;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.command.CommandFailed;
import org.steelyard.command.Place;
import org.steelyard.command.Said;
import org.steelyard.command.Server;
import org.steelyard.portfolio.projection.Progress;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.projection.Projections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code rebuild}: makes projections anew, by a running server or in the data folder, and shows how far that is. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes projections anew from the log while the old ones serve, and shows how far it is.")
public final class RebuildCommand implements Callable<Integer> {
    private static final int CONFLICT = 409;
    private static final String ADDRESS = "/api/v1/projections";
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<ConfigurableApplicationContext> application;

    @Mixin
    private final Place place;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The projections, as portfolio or points.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "All projections there are.")
    private boolean all;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param application opens the application without its web server */
    public RebuildCommand(Supplier<ConfigurableApplicationContext> application) {
        this(application, System.getenv());
    }

    RebuildCommand(Supplier<ConfigurableApplicationContext> application, Map<String, String> environment) {
        this.application = application;
        this.place = new Place(environment);
    }

    @Override
    public Integer call() {
        return Said.by(
                spec,
                () -> place.run(
                        application,
                        server -> rebuilt(new Over(server), "at the server " + server.url()),
                        opened -> rebuilt(new In(opened), "as user system in " + Place.of(opened))));
    }

    /** Where projections are built. */
    private interface Builder {
        List<Progress> progress() throws CommandFailed;

        /** False where it is being built already. */
        boolean begin(String name) throws CommandFailed;
    }

    private record Over(Server server) implements Builder {
        @Override
        public List<Progress> progress() throws CommandFailed {
            var answer = Server.json(server.send(ADDRESS, request -> request));
            if (answer == null || !answer.path("items").isArray()) {
                throw new CommandFailed("What answers at " + server.url() + " is no Steelyard server: check --url.");
            }
            try {
                return List.of(JSON.treeToValue(answer.path("items"), Progress[].class));
            } catch (JacksonException other) {
                throw new CommandFailed("The server at " + server.url() + " is of another version: use its own jar.");
            }
        }

        @Override
        public boolean begin(String name) throws CommandFailed {
            try {
                server.send(ADDRESS + "/" + name + "/rebuild", request -> request.POST(BodyPublishers.noBody()));
                return true;
            } catch (CommandFailed refused) {
                if (refused.status() == CONFLICT) {
                    return false;
                }
                throw refused;
            }
        }
    }

    private record In(ConfigurableApplicationContext opened) implements Builder {
        @Override
        public List<Progress> progress() {
            return opened.getBean(ProgressReport.class).all();
        }

        @Override
        public boolean begin(String name) {
            return opened.getBean(Projections.class).rebuild(name);
        }
    }

    private String rebuilt(Builder builder, String where) throws CommandFailed {
        var said = new StringBuilder();
        List<String> there = builder.progress().stream().map(Progress::name).toList();
        for (String name : chosen(there)) {
            boolean begun = builder.begin(name);
            Progress done = watched(builder, name, begun);
            said.append(begun ? "rebuilt " : "was being rebuilt, and is done: ")
                    .append(name)
                    .append(", ")
                    .append(String.format("%,d events, ", done.eventsDone()))
                    .append(done.parked() == 0 ? "" : done.parked() + " of them parked, ")
                    .append(where)
                    .append(System.lineSeparator());
        }
        return said.toString();
    }

    private List<String> chosen(List<String> there) throws CommandFailed {
        if (all == !names.isEmpty()) {
            throw new CommandFailed("Name what to rebuild, or give --all. There are " + String.join(", ", there) + ".");
        }
        for (String name : names) {
            if (!there.contains(name)) {
                throw new CommandFailed(
                        "There is no projection " + name + ". There are " + String.join(", ", there) + ".");
            }
        }
        return all ? there : names;
    }

    /** Shows how far it is until it is done. */
    private Progress watched(Builder builder, String name, boolean begun) throws CommandFailed {
        if (spec == null) {
            throw new IllegalStateException("picocli runs a command");
        }
        var out = spec.commandLine().getOut();
        try (var bar = new ProgressBar(out, isTerminal())) {
            if (!begun) {
                bar.say(name + " is being built already: this is how far it is.");
            }
            while (true) {
                Progress progress = builder.progress().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new CommandFailed("The projection " + name + " is gone."));
                bar.show(progress);
                if (progress.state() == Progress.State.SERVING) {
                    return progress;
                }
                if (progress.failure() != null) {
                    throw new CommandFailed("Building " + name + " failed (" + progress.failure()
                            + "). It is tried again by itself: look at the log of the server.");
                }
                Thread.sleep(ProgressBar.EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Stopped watching: the rebuild goes on without.");
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
