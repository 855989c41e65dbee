package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.testing.DemoFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.util.LibraryLoaderUtil;

/** The command line as the system sees it: signals, rights, a terminal. */
@Tag("trial")
class CommandProcessTest {

    private static final int INTERRUPTED = 128 + 2;

    @TempDir
    private Path folder;

    private Process generating() throws IOException {
        // Whoever started this process in the background had it ignore the signal.
        var process = CommandProcess.start(
                List.of("env", "--default-signal=INT"),
                "generate",
                "--output=" + folder.resolve("a.db"),
                "--sessions=200");
        // Not yet where it only tries whether it can write.
        await().until(() ->
                files().stream().anyMatch(file -> folder.resolve(file).toFile().length() > 0));
        return process;
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void an_interrupted_generate_leaves_nothing_behind() throws Exception {
        var process = generating();

        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor()).isEqualTo(INTERRUPTED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_a_killed_generate_left_is_cleared_by_the_next() throws Exception {
        generating().destroyForcibly().waitFor();
        assertThat(files()).hasSize(1);
        // A process that was killed elsewhere cannot be told from one that lives until a minute has passed.
        Files.setLastModifiedTime(
                folder.resolve(files().getFirst()), FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));

        var next = CommandProcess.start(List.of(), "generate", "--output=" + folder.resolve("b.db"), "--sessions=1");

        assertThat(next.waitFor()).isZero();
        assertThat(files()).containsExactly("b.db");
    }

    @Test
    void generate_shows_on_a_terminal_how_far_it_is() throws Exception {
        var words = CommandProcess.words("generate", "--output=" + folder.resolve("a.db"), "--sessions=2");
        var command = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        var process = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();

        assertThat(process.inputReader().lines().collect(Collectors.joining("\n")))
                .contains("0/2 sessions", "2/2 sessions", "2 sessions of a made-up market, up to 2026-01-05");
        assertThat(process.waitFor()).isZero();
    }

    /** Root may do everything, unless that right is taken from it. */
    private static List<String> withoutRights() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        return List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replay --data-dir=CLOSED --home=HOME | --data-dir: CLOSED cannot be read: no permission
            replay --data-dir=CLOSED/in --home=HOME | --data-dir: CLOSED/in is no folder, or one that cannot be seen
            replay --data-dir=EMPTY --home=CLOSED/home | --home: CLOSED/home cannot hold the demo: CLOSED/home: no permission
            replay --data-dir=DEMO --home=HOME --output=CLOSED/a.json | --output: CLOSED/a.json cannot be written: no permission
            replay --data-dir=DEMO --home=HOME --cache-dir=CLOSED | --cache-dir: CLOSED cannot be written: no permission
            generate --output=CLOSED/a.db | --output: CLOSED/a.db cannot be written: no permission
            """)
    void a_folder_without_rights_is_named_without_any_exception(String arguments, String message) throws Exception {
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.createDirectory(folder.resolve("empty"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        var process = CommandProcess.start(withoutRights(), filled(arguments).split(" "));

        assertThat(process.inputReader().lines()).last().isEqualTo(filled(message));
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void a_folder_that_a_variable_named_must_be_there() throws Exception {
        var process = CommandProcess.start(
                List.of("env", "GAMMA_DATA_DIR=/nowhere"), "replay", "--home=" + folder.resolve("home"));

        assertThat(process.inputReader().lines()).last().isEqualTo("GAMMA_DATA_DIR: there is no folder /nowhere");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void an_empty_variable_counts_as_not_set() throws Exception {
        var process = CommandProcess.start(
                List.of("env", "-C", folder.toString(), "GAMMA_HOME=", "GAMMA_CACHE_DIR=", "GAMMA_CACHE_SIZE="),
                filled("replay --data-dir=DEMO --end=2025-11-24 --quiet").split(" "));

        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("var/cache")).isNotEmptyDirectory();
    }

    @Test
    void an_output_that_nobody_can_take_is_a_failure() throws Exception {
        var process = new ProcessBuilder(CommandProcess.words("key", "--name=a"))
                .redirectOutput(new File("/dev/full"))
                .start();

        assertThat(process.errorReader().lines()).last().isEqualTo("The output cannot be written.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /** As on a full disk, but without one: no file may grow larger. */
    @Test
    void a_result_that_finds_no_room_is_no_defect_and_leaves_nothing() throws Exception {
        var result = folder.resolve("result.json");
        var library = Files.createDirectory(folder.resolve("library"));
        try (var sqlite = Objects.requireNonNull(SQLiteConfig.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName()))) {
            Files.copy(sqlite, library.resolve(LibraryLoaderUtil.getNativeLibName())); // it finds no room either
        }
        var process = CommandProcess.start(
                List.of(
                        "env",
                        "JAVA_TOOL_OPTIONS=-XX:-UsePerfData -Dorg.sqlite.lib.path=" + library,
                        "sh",
                        "-c",
                        "ulimit -f 40; exec \"$@\"",
                        "sh"),
                filled("replay --data-dir=DEMO --home=HOME --quiet --output=" + result)
                        .split(" "));

        assertThat(process.inputReader().lines()).last().isEqualTo(result + ": File too large");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder("home", "library");
    }

    @Test
    void days_that_cannot_be_kept_are_told_without_any_exception() throws Exception {
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        var process = CommandProcess.start(
                withoutRights(),
                filled("replay --data-dir=DEMO --home=CLOSED/home --end=2025-11-24 --quiet")
                        .split(" "));

        assertThat(process.inputReader().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("WARN ") && line.contains("no permission"))
                .noneMatch(line -> line.contains("Exception"));
        assertThat(process.waitFor()).isZero();
    }

    private String filled(String text) {
        return text.replace("CLOSED", folder.resolve("closed").toString())
                .replace("EMPTY", folder.resolve("empty").toString())
                .replace("HOME", folder.resolve("home").toString())
                .replace("DEMO", DemoFolder.path().toAbsolutePath().toString());
    }
}
