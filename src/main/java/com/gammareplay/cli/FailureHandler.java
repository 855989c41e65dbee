package com.gammareplay.cli;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.replay.InvalidRequestException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line each what went wrong; only what nobody foresaw gets a stack trace. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        var err = command.getErr();
        return switch (failure) {
            case InvalidRequestException invalid -> {
                invalid.problems().forEach(problem -> err.println(problem.pointer() + ": " + problem.message()));
                err.flush();
                yield ExitCode.USAGE;
            }
            case DataException data -> fail(command, String.valueOf(data.getMessage()));
            case IOException io -> fail(command, io.getClass().getSimpleName() + ": " + io.getMessage());
            default -> throw failure;
        };
    }

    private static int fail(CommandLine command, String message) {
        command.getErr().println(message);
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }
}
