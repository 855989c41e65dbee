package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** What a program printed, and how it ended. */
record Finished(int status, String output, String errors) {

    /** Runs a program to its end, which must come within a time. */
    static Finished run(ProcessBuilder program, Duration atMost) throws IOException, InterruptedException {
        var output = Files.createTempFile("gamma-program", ".out");
        var errors = Files.createTempFile("gamma-program", ".err");
        try {
            var process = program.redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            var ended = process.waitFor(atMost);
            process.destroyForcibly();
            assertThat(ended).as("%s ends", program.command()).isTrue();
            return new Finished(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
