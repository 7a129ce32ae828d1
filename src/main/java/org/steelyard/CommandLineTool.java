package org.steelyard;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.exchange.ExportCommand;
import org.steelyard.exchange.ImportCommand;
import org.steelyard.portfolio.RebuildCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/**
 * The commands beside the server: {@code java -jar steelyard.jar help} lists them. Exit codes are picocli's: 0 done,
 * 1 failed, 2 called wrongly.
 */
@Command(
        name = "steelyard",
        description = "Without a command the server starts; options such as --server.port=9090 go to it.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineTool.Version.class,
        subcommands = HelpCommand.class)
final class CommandLineTool {

    /** The modules' commands. Each opens the application only when it is run: help must come at once. */
    private static final List<Function<Supplier<ConfigurableApplicationContext>, Object>> COMMANDS =
            List.of(ImportCommand::new, ExportCommand::new, RebuildCommand::new);

    private CommandLineTool() {}

    /** Whether these arguments call for a command, rather than for the server with Spring Boot's options. */
    static boolean isMeantBy(List<String> args) {
        return args.stream().anyMatch(arg -> !arg.startsWith("-"))
                || args.stream().anyMatch(List.of("-h", "--help", "-V", "--version")::contains);
    }

    static int run(List<String> args, Supplier<ConfigurableApplicationContext> application) {
        var tool = new CommandLine(new CommandLineTool());
        COMMANDS.forEach(command -> tool.addSubcommand(command.apply(application)));
        return tool.execute(args.toArray(String[]::new));
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Steelyard.class.getPackage().getImplementationVersion();
            return new String[] {"Steelyard " + (version == null ? "(built from source)" : version)};
        }
    }
}
