package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

    private static final long NO_PROCESS = 4_194_305; // more than Linux gives

    @TempDir
    private Path folder;

    @Test
    void a_check_leaves_nothing_behind() throws IOException {
        new NewFile(folder.resolve("a"), false).check();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_written_is_known_before_the_work() throws IOException {
        var file = Files.createFile(folder.resolve("a"));

        assertThatThrownBy(() -> new NewFile(file, false).check()).isInstanceOf(FileAlreadyExistsException.class);
        new NewFile(file, true).check();
        assertThatThrownBy(() -> new NewFile(folder.resolve("none/a"), false).check())
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> new NewFile(folder, true).check())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("it is no file");
        assertThatThrownBy(() -> new NewFile(folder.resolve("x".repeat(250)), false).check())
                .isInstanceOf(FileSystemException.class)
                .isNotInstanceOf(AccessDeniedException.class);
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_folder_is_not_made_unasked() {
        assertThatThrownBy(() -> new NewFile(folder.resolve("none/a"), false).write(Files::createFile))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_killed_processes_left_is_cleared_and_what_others_write_is_not() throws IOException {
        var left = Files.createFile(folder.resolve(".a." + NO_PROCESS + "-3.tmp"));
        var living =
                Files.createFile(folder.resolve(".a." + ProcessHandle.current().pid() + "-9999999.tmp"));
        var other = Files.createFile(folder.resolve(".ab." + NO_PROCESS + "-3.tmp"));

        new NewFile(folder.resolve("a"), false).write(Files::createFile);

        assertThat(left).doesNotExist();
        assertThat(living).exists();
        assertThat(other).exists();
        assertThat(folder.resolve("a")).exists();
    }
}
