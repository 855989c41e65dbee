package com.gammareplay.cli;

import com.gammareplay.report.BuildVersion;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
        subcommands = {
            ReplayCommand.class,
            ReportCommand.class,
            ReconcileCommand.class,
            PaperCommand.class,
            ParityCommand.class,
            RecordCommand.class,
            GenerateCommand.class,
            KeyCommand.class
        })
public final class GammaCommand implements Runnable {

    /** Those of the service have a dot in their name, but for two of Spring Boot's. */
    private static final Pattern SETTING = Pattern.compile("--(debug|trace|[^=]*\\.[^=]*=.*)", Pattern.DOTALL);

    private static final Pattern JAR = Pattern.compile("(?:[^:;\\s]*[/\\\\])?gamma-replay[^:;\\s/\\\\]*\\.jar");

    /** So wide that no name of a folder is broken over lines. */
    private static final int WIDTH = 120;

    @Spec
    private @Nullable CommandSpec spec;

    /** True unless all arguments are settings of the service: what is none must not be passed over. */
    public static boolean isAskedFor(String... args) {
        return !Arrays.stream(args).allMatch(GammaCommand::isSetting);
    }

    static boolean isSetting(String argument) {
        return SETTING.matcher(argument).matches();
    }

    /**
     * Runs a command.
     *
     * @return the exit status: 0 for success, 1 if the command failed, 2 if it was asked for wrongly
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        var failures = new FailureHandler();
        var command = Values.in(new CommandLine(new GammaCommand()))
                .setCommandName("java -jar " + jar())
                .setUsageHelpWidth(WIDTH)
                .setOut(out)
                .setErr(err)
                .setOptionsCaseInsensitive(true)
                .setSubcommandsCaseInsensitive(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            var status = command.execute(args);
            return out.checkError()
                    ? FailureHandler.fail(command, "The output cannot be written.", ExitCode.SOFTWARE)
                    : status;
        } catch (OutOfMemoryError _) {
            return FailureHandler.fail(
                    command, "There is not enough memory; give it more, such as java -Xmx2g -jar …", ExitCode.SOFTWARE);
        }
    }

    /** The jar as it was typed, so that commands can be pasted that others print. */
    private static String jar() {
        var path = System.getProperty("java.class.path", "");
        return JAR.matcher(path).matches() ? path : "gamma-replay-" + BuildVersion.current() + ".jar";
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "There is no command.");
    }
}
