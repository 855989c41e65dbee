package com.gammareplay.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the files of our own lie; the same setting as the service's. */
class Home {

    static final int BUSY_TIMEOUT = 5000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:GAMMA_HOME:-}",
            description = "Folder for files of our own, such as what is recorded (GAMMA_HOME, default ./var).")
    private String home = "";

    /** The folder for files of our own. */
    final Path home() {
        return Path.of(home.isEmpty() ? "var" : home);
    }

    /** The option as it must be written again, with a blank before it; nothing if it was not typed. */
    final String typedHome() {
        return isTyped("--home") ? " --home " + home : "";
    }

    /** Something is wrong with the folder for files of our own. */
    final ParameterException wrongHome(String message) {
        return wrong("--home", "GAMMA_HOME", home().toAbsolutePath().normalize() + " " + message);
    }

    /** Names what was typed: the option, or else the variable. */
    final ParameterException wrong(String option, String variable, String message) {
        var command = Objects.requireNonNull(spec).commandLine();
        return new ParameterException(command, (isTyped(option) ? option : variable) + ": " + message);
    }

    private boolean isTyped(String option) {
        return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
    }
}
