package com.gammareplay.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The error of a file that is cut off under its reader, as this JVM throws it. */
class MappedFilesTest {

    private static final int LENGTH = 1 << 16;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_error_of_a_mapped_file_that_was_cut_off_is_told_from_others() throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[LENGTH]);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var mapped = channel.map(MapMode.READ_ONLY, 0, LENGTH);
            channel.truncate(0);

            assertThat(MappedFiles.isCutOff(catchThrowable(() -> mapped.get(LENGTH - 1))))
                    .isTrue();
        }
        assertThat(MappedFiles.isCutOff(new InternalError())).isFalse();
        assertThat(MappedFiles.isCutOff(new InternalError("a method handle went wrong")))
                .isFalse();
        assertThat(MappedFiles.isCutOff(
                        new IllegalStateException("a fault occurred in an unsafe memory access operation")))
                .isFalse();
    }
}
