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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
        var parent = ProcessHandle.current().parent().orElseThrow().pid();
        var left = old(".a." + NO_PROCESS + "-3.gamma.tmp");
        var leftByOurNumber = old(".a." + ProcessHandle.current().pid() + "-3.gamma.tmp");
        var living = old(".a." + parent + "-3.gamma.tmp");
        var elsewhere = Files.createFile(folder.resolve(".a." + NO_PROCESS + "-4.gamma.tmp"));
        var leftOfAnother = old(".ab." + NO_PROCESS + "-3.gamma.tmp");
        var other = old(".a." + NO_PROCESS + "-3.tmp");

        new NewFile(folder.resolve("a"), false).write(Files::createFile);

        assertThat(folder)
                .isDirectoryNotContaining(path -> path.equals(left))
                .isDirectoryNotContaining(path -> path.equals(leftByOurNumber))
                .isDirectoryNotContaining(path -> path.equals(leftOfAnother));
        assertThat(living).exists();
        assertThat(elsewhere)
                .as("changed just now, by a process that cannot be seen")
                .exists();
        assertThat(other).as("of another program").exists();
        assertThat(folder.resolve("a")).exists();
    }

    private Path old(String name) throws IOException {
        return old(Files.createFile(folder.resolve(name)));
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    }

    @Test
    void what_cannot_be_cleared_is_in_nobodys_way() throws IOException {
        // A folder that is not empty cannot be deleted as a file, not even by root.
        var stuck = Files.createDirectory(folder.resolve(".a." + NO_PROCESS + "-3.gamma.tmp"));
        Files.createFile(stuck.resolve("in"));
        old(stuck);

        new NewFile(folder.resolve("a"), false).write(Files::createFile);

        assertThat(stuck).isNotEmptyDirectory();
        assertThat(folder.resolve("a")).exists();
    }

    @Test
    void two_that_write_the_same_do_not_disturb_each_other() throws IOException {
        var inner = new NewFile(folder.resolve("a"), true);

        new NewFile(folder.resolve("a"), true).write(outer -> {
            Files.writeString(outer, "outer");
            inner.write(file -> Files.writeString(file, "inner"));
        });

        assertThat(folder.resolve("a")).hasContent("outer");
    }
}
