package org.steelyard.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.access.Access;
import org.steelyard.command.CommandFailed;
import org.steelyard.command.Place;
import org.steelyard.command.Said;
import org.steelyard.command.Server;
import org.steelyard.exchange.casefile.Syntax;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: the whole history of an assessment as a case file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Exports the whole history of an assessment as a case file.")
public final class ExportCommand implements Callable<Integer> {

    private final Supplier<ConfigurableApplicationContext> application;

    @Mixin
    private final Place place;

    @Parameters(paramLabel = "KEY", description = "The key of the assessment.")
    private String key = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it, in JSON where the name ends in .json; without one to standard output.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param application opens the application without its web server */
    public ExportCommand(Supplier<ConfigurableApplicationContext> application) {
        this(application, System.getenv());
    }

    ExportCommand(Supplier<ConfigurableApplicationContext> application, Map<String, String> environment) {
        this.application = application;
        this.place = new Place(environment);
    }

    @Override
    public Integer call() {
        return Said.by(spec, () -> place.run(application, this::overHttp, this::inFolder));
    }

    private Syntax syntax() {
        return out != null && out.toString().endsWith(".json") ? Syntax.JSON : Syntax.YAML;
    }

    private String overHttp(Server server) throws CommandFailed {
        if (!key.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new CommandFailed("No assessment has such a key: use a-z, 0-9 and -.");
        }
        var syntax = syntax() == Syntax.JSON ? "json" : "yaml";
        var path = "/api/v1/assessments/" + key + "/export?format=casefile&syntax=" + syntax;
        return written(server.send(path, request -> request), "from the server " + server.url());
    }

    private String inFolder(ConfigurableApplicationContext opened) throws CommandFailed {
        var exports = opened.getBean(Exports.class);
        var access = opened.getBean(Access.class);
        var sight = access.asSystem(() -> exports.sight(key))
                .orElseThrow(
                        () -> new CommandFailed("There is no assessment " + key + " in " + Place.of(opened) + "."));
        return written(
                exports.caseFile(sight, sight.state().revision(), syntax()), "as user system from " + Place.of(opened));
    }

    private String written(byte[] file, String where) throws CommandFailed {
        if (out == null) {
            return new String(file, StandardCharsets.UTF_8);
        }
        try {
            Files.write(out, file);
        } catch (IOException e) {
            throw new CommandFailed("The file " + out + " cannot be written: check its folder and your rights.");
        }
        return "exported " + key + " to " + out + ", " + where + System.lineSeparator();
    }
}
