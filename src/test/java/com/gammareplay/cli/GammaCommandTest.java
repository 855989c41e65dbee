package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return GammaCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int replay(String... arguments) {
        var all = new ArrayList<>(List.of("replay", "--data-dir=" + folder, "--home=" + folder.resolve("home")));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"replay, true", "repaly, true", "serve, true", "--help, true", "-V, true", "--server.port=0, false"})
    void any_word_asks_for_a_command_and_a_setting_for_the_service(String argument, boolean isCommand) {
        assertThat(GammaCommand.isAskedFor(argument)).isEqualTo(isCommand);
    }

    @Test
    void nothing_asks_for_the_service() {
        assertThat(GammaCommand.isAskedFor()).isFalse();
    }

    @Test
    void an_unknown_command_is_refused_with_the_one_meant() {
        assertThat(run("repaly")).isEqualTo(2);
        assertThat(err.toString()).contains("repaly").contains("replay");
    }

    @Test
    void the_version_is_printed() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("gamma-replay \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void an_output_that_cannot_be_written_is_refused_before_the_replay() {
        assertThat(replay("--output=" + folder.resolve("missing/result.json"))).isEqualTo(2);
        assertThat(err.toString()).contains("--output: there is no folder");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_generated_recording_is_replayed_as_synthetic_and_never_overwritten() throws Exception {
        var recording = folder.resolve("made.db");
        assertThat(run("generate", "--output=" + recording, "--start=2026-01-12", "--sessions=1"))
                .isZero();
        var size = Files.size(recording);
        assertThat(run("generate", "--output=" + recording, "--sessions=1")).isEqualTo(1);
        assertThat(recording).hasSize(size);

        assertThat(replay("--dataset=made", "--output=" + folder.resolve("result.json")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("made SPX, NDX, 2026-01-12", "WARNING SYNTHETIC_DATA");
        assertThat(folder.resolve("result.json")).content().contains("\"synthetic\":true");
        assertThat(folder.resolve("result.json.part")).doesNotExist();
        var needs = new DataNeeds(ZoneOffset.UTC, false);
        try (var open =
                RecordingFolder.of(folder, folder.resolve("home"), 100, null).open("made", needs, () -> false)) {
            assertThat(open.isSynthetic()).isTrue();
        }
    }

    @Test
    void a_wrong_request_names_every_mistake() throws Exception {
        Files.createFile(folder.resolve("empty.db"));

        assertThat(replay(
                        "--dataset=empty",
                        "--database-zone=Mars",
                        "--preset=life",
                        "--param",
                        "minCredti=1",
                        "--param",
                        "databaseZone=UTC"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("/dataset: cannot be read: empty.db")
                .contains("/databaseZone: must be a zone id")
                .contains("/parameters/databaseZone: is no parameter but a field of the request")
                .contains("/preset: must be one of live, january, did you mean live?")
                .contains("/parameters/minCredti: unknown parameter, did you mean minCredit?");
    }
}
