package com.gammareplay.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class FileProblemTest {

    @Test
    void what_is_wrong_is_said_in_words() {
        assertThat(FileProblem.of(new AccessDeniedException("/x"))).isEqualTo("/x: no permission");
        assertThat(FileProblem.of(new NoSuchFileException("/x"))).isEqualTo("/x: there is no such file or folder");
        assertThat(FileProblem.of(new FileAlreadyExistsException("/x"))).isEqualTo("/x: it exists already");
        assertThat(FileProblem.of(new NotDirectoryException("/x"))).isEqualTo("/x: it is no folder");
        assertThat(FileProblem.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("/x: No space left on device");
        assertThat(FileProblem.of(new FileSystemException(null))).isEqualTo("the system refuses it");
        assertThat(FileProblem.of(new IOException("broken pipe"))).isEqualTo("broken pipe");
        assertThat(FileProblem.of(new IOException())).isEqualTo("the system refuses it");
    }
}
