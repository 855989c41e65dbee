package com.gammareplay.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: without a command the service is started instead. */
@Command(
        name = "gamma-replay",
        description = "Replays recorded 0DTE option markets through the trading bot's own decision code.",
        footer = {"", "Without a command the HTTP service is started."},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersionProvider.class,
        subcommands = {ReplayCommand.class, GenerateCommand.class, KeyCommand.class})
public final class GammaCommand implements Runnable {

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    @Spec
    private @Nullable CommandSpec spec;

    /** True if arguments ask for a command, be it unknown, rather than for the service, whose begin with "--". */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && (!args[0].startsWith("--") || OPTIONS.contains(args[0]));
    }

    /**
     * Runs a command.
     *
     * @return the exit status: 0 for success, 1 if the command failed, 2 if it was asked for wrongly
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new GammaCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler())
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "no command given");
    }
}
