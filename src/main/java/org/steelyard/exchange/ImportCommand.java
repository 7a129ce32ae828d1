package org.steelyard.exchange;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.command.CommandFailed;
import org.steelyard.command.Place;
import org.steelyard.command.Said;
import org.steelyard.command.Server;
import org.steelyard.exchange.casefile.Complaint;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Importer.InNameOf;
import org.steelyard.exchange.casefile.Syntax;
import org.steelyard.exchange.casefile.UnusableCaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import}: a case file into a running server, or into the data folder where none runs. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a case file: all of its assessments, or none.")
public final class ImportCommand implements Callable<Integer> {

    private static final Importer SYSTEM = new Importer("system", InNameOf.ANYBODY);

    private final Supplier<ConfigurableApplicationContext> application;

    @Mixin
    private final Place place;

    @Parameters(paramLabel = "FILE", description = "The case file, YAML or JSON; - reads standard input.")
    private String file = "-";

    @Option(names = "--dry-run", description = "Only says what it would do.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param application opens the application without its web server */
    public ImportCommand(Supplier<ConfigurableApplicationContext> application) {
        this(application, System.getenv());
    }

    ImportCommand(Supplier<ConfigurableApplicationContext> application, Map<String, String> environment) {
        this.application = application;
        this.place = new Place(environment);
    }

    @Override
    public Integer call() {
        return Said.by(spec, () -> {
            byte[] bytes = read();
            var syntax = syntax(bytes);
            return place.run(
                    application, server -> overHttp(server, bytes, syntax), opened -> inFolder(opened, bytes, syntax));
        });
    }

    private byte[] read() throws CommandFailed {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new CommandFailed("The file " + file + " cannot be read: check its name and your rights.");
        }
    }

    private Syntax syntax(byte[] bytes) {
        var name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            return name.endsWith(".json") ? Syntax.JSON : Syntax.YAML;
        }
        var start = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("{") ? Syntax.JSON : Syntax.YAML;
    }

    private String overHttp(Server server, byte[] bytes, Syntax syntax) throws CommandFailed {
        var answer = Server.json(server.send(
                "/api/v1/imports?dryRun=" + dryRun,
                request -> request.header(
                                "Content-Type", syntax == Syntax.JSON ? "application/json" : "application/yaml")
                        .POST(BodyPublishers.ofByteArray(bytes))));
        if (answer == null || !answer.has("assessments")) {
            throw new CommandFailed("What answers at " + server.url() + " is no Steelyard server: check --url.");
        }
        return said(answer, "at the server " + server.url());
    }

    private String inFolder(ConfigurableApplicationContext opened, byte[] bytes, Syntax syntax) throws CommandFailed {
        var imports = opened.getBean(Imports.class);
        try {
            var imported =
                    dryRun ? imports.dryRun(bytes, syntax, SYSTEM) : imports.run(bytes, syntax, SYSTEM, done -> {});
            return said(new JsonMapper().valueToTree(imported), "as user system in " + Place.of(opened));
        } catch (UnusableCaseFile unusable) {
            throw new CommandFailed(
                    unusable.complaints().stream().map(Complaint::message).toList());
        }
    }

    private String said(JsonNode imported, String where) {
        var said = new StringBuilder();
        for (var one : imported.path("assessments")) {
            long events = one.path("revision").asLong();
            said.append(dryRun ? "would import " : "imported ")
                    .append(one.path("key").asString(""))
                    .append(", ")
                    .append(events)
                    .append(events == 1 ? " event, " : " events, ")
                    .append(where)
                    .append(System.lineSeparator());
        }
        return said.toString();
    }
}
