package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.Application;
import com.gammareplay.fake.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.unit.DataSize;

/** A folder of recordings that was named is there, or the service does not start. */
class NamedFolderTest {

    @TempDir
    private Path temporary;

    private GammaSettings settings(Path dataDir) {
        return new GammaSettings(temporary, dataDir, 1, DataSize.ofMegabytes(1));
    }

    @Test
    void one_that_is_not_there_refuses_the_start_and_nothing_is_touched() {
        var home = temporary.resolve("home");
        var none = temporary.resolve("none");

        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class, FakeEngine.class)
                        .run("--server.port=0", "--gamma.home=" + home, "--gamma.data-dir=" + none))
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .hasRootCauseMessage("There is no folder " + none + ", which is named as that of the recordings.");
        assertThat(home).doesNotExist();
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> settings(file).requireRecordings()).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void one_that_nobody_named_need_not_be_there() {
        var unnamed = settings(Path.of(""));

        unnamed.requireRecordings();
        assertThat(unnamed.recordings()).isEqualTo(Path.of("./data"));
        settings(temporary).requireRecordings();
        assertThat(new GammaSettings(Path.of(""), null, 1, DataSize.ofMegabytes(1)).home())
                .isEqualTo(Path.of("./var"));
    }
}
