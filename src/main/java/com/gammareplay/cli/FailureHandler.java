package com.gammareplay.cli;

import com.gammareplay.live.DivergedException;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.parameters.NearestName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
            return misspelt(missing.getCommandLine(), args).orElseGet(() -> missing(missing));
        }
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getCommandLine(), unmatched.getUnmatched());
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + ": is given twice";
        }
        if (mistake.getArgSpec() instanceof OptionSpec option) {
            var cause = mistake.getCause() instanceof TypeConversionException ? mistake.getCause() : mistake;
            return option.longestName() + ": " + cause.getMessage();
        }
        return String.valueOf(mistake.getMessage());
    }

    /** An option or argument that must be there, or its value. */
    private static String missing(MissingParameterException mistake) {
        var missing = mistake.getMissing().getFirst();
        var form = missing.isOption() ? ", as " + name(missing) + "=" + missing.paramLabel() : "";
        return name(missing) + ": must be given" + form;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
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
        var argument =
                arguments.stream().filter(text -> !GammaCommand.isSetting(text)).findFirst();
        if (argument.isEmpty()) {
            return name(arguments.iterator().next()) + ": settings of the service cannot be given with a command";
        }
        var name = name(argument.get());
        var known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        var what = isRoot
                ? ": neither a command nor a setting of the service, such as --gamma.data-dir=DIR"
                : ": " + command.getCommandName() + " has no such option";
        return name + what + NearestName.hint(name, known);
    }

    private static String name(String argument) {
        return argument.startsWith("-") ? argument.split("=", 2)[0] : argument;
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
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            var file = Files.writeString(Files.createTempFile("gamma-replay-", ".txt"), trace.toString());
            return "; please report it with the file " + file;
        } catch (IOException e) {
            return ", of which nothing could be written: " + FileProblem.of(e);
        }
    }
}
