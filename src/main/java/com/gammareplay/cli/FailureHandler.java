package com.gammareplay.cli;

import com.gammareplay.bot.NearestName;
import com.gammareplay.live.DivergedException;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.RecordingFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, as the last that is said; what nobody foresaw is written to a file, for whoever can mend it. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        var command = mistake.getCommandLine();
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return fail(command, message(mistake, args), ExitCode.USAGE);
    }

    private static String message(ParameterException mistake, String[] args) {
        if (mistake instanceof MissingParameterException missing) {
            return misspelt(missing.getCommandLine(), args).orElse(String.valueOf(missing.getMessage()));
        }
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getCommandLine(), unmatched.getUnmatched());
        }
        return mistake.getCause() instanceof TypeConversionException cause
                        && mistake.getArgSpec() instanceof OptionSpec option
                ? option.longestName() + ": " + cause.getMessage()
                : String.valueOf(mistake.getMessage());
    }

    /** What is missing may be there under a name that is no option's. */
    private static Optional<String> misspelt(CommandLine command, String[] args) {
        var options = command.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(args)
                .filter(text -> text.startsWith("--")
                        && options.stream().noneMatch(option -> option.equalsIgnoreCase(text.split("=", 2)[0])))
                .findFirst()
                .map(text -> unknown(command, List.of(text)));
    }

    private static String unknown(CommandLine command, Collection<String> arguments) {
        var isRoot = command.getParent() == null;
        var argument = arguments.stream()
                .filter(text -> !isRoot || !GammaCommand.isSetting(text))
                .findFirst()
                .orElseThrow();
        var name = argument.startsWith("-") ? argument.split("=", 2)[0] : argument;
        var known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        var what = isRoot
                ? ": neither a command nor a setting of the service, such as --gamma.data-dir=DIR"
                : ": " + command.getCommandName() + " has no such option";
        return name + what + NearestName.hint(name, known);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var message = switch (failure) {
            case DataException _, RecordingFailedException _, FeedException _, DivergedException _ ->
                String.valueOf(failure.getMessage());
            case IOException io -> FileProblem.of(io);
            default -> "This is a defect of gamma-replay" + written(failure);
        };
        return fail(command, message, command.getCommandSpec().exitCodeOnExecutionException());
    }

    static int fail(CommandLine command, String message, int status) {
        command.getErr().println(message);
        command.getErr().flush();
        return status;
    }

    private static String written(Exception failure) {
        try {
            var file = Files.createTempFile("gamma-replay-", ".txt");
            try (var writer = new PrintWriter(Files.newBufferedWriter(file))) {
                failure.printStackTrace(writer);
            }
            return "; please report it with the file " + file;
        } catch (IOException e) {
            return ", of which nothing could be written: " + FileProblem.of(e);
        }
    }
}
