package com.gammareplay.cli;

import com.gammareplay.marketdata.FileProblem;
import com.gammareplay.marketdata.sqlite.NewFile;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files that commands write. */
final class Outputs {

    private Outputs() {}

    /**
     * Tries whether a file can be written, before time is spent on its content.
     *
     * @throws ParameterException if it cannot
     */
    static NewFile checked(CommandLine command, Path file, boolean replace) {
        if (file.toString().isEmpty()) {
            throw new ParameterException(command, "--output: names no file");
        }
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(command, "--output: there is no folder " + folder);
        }
        var output = new NewFile(file, replace);
        try {
            output.check();
            return output;
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(command, "--output: " + file + " exists, --replace replaces it", e);
        } catch (IOException e) {
            throw new ParameterException(
                    command, "--output: " + file + " cannot be written: " + FileProblem.reason(e), e);
        }
    }

    /** The same for a result, which replaces an earlier one, but nothing that is named like a recording. */
    static NewFile checkedResult(CommandLine command, Path file) {
        if (file.toString().endsWith(RecordingPaths.EXTENSION)) {
            throw new ParameterException(command, "--output: " + file + " is the name of a recording");
        }
        return checked(command, file, true);
    }
}
