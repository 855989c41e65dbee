package com.gammareplay.cli;

import com.gammareplay.access.ApiKey;
import com.gammareplay.access.Scope;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a key for a client of the service. */
@Command(
        name = "key",
        description = "Makes a key for a client of the service; only its hash goes into the settings.",
        mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the client, for the logs.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "READ",
            description = "read, or run to submit jobs too (default read).")
    private Scope scope = Scope.READ;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        var key = ApiKey.generate();
        try {
            var setting = new ApiKey(name, scope, ApiKey.hash(key)).setting();
            command.getOut().println("Key, for the client; it is shown only now:");
            command.getOut().println("  " + key);
            command.getOut().println("Setting, for the service; several are separated by commas:");
            command.getOut().println("  GAMMA_API_KEYS=" + setting);
            command.getOut().flush();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--name: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
