package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GammaHomeTest {

    @TempDir
    private Path temporary;

    @Test
    void a_second_holder_is_refused_until_the_first_has_gone() throws IOException {
        var folder = temporary.resolve("a/b");
        try (var first = GammaHome.open(folder)) {
            assertThat(first.folder()).isDirectory();
            assertThatThrownBy(() -> GammaHome.open(folder))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage("Another gamma-replay uses the folder " + folder);
        }
        try (var next = GammaHome.open(folder)) {
            assertThat(next.folder()).isEqualTo(folder);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> GammaHome.open(file.resolve("home")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cannot be made or written to");
    }

    @Test
    void a_folder_in_it_that_cannot_be_made_is_refused() throws IOException {
        try (var home = GammaHome.open(temporary)) {
            assertThat(home.folder("tomcat")).isEmptyDirectory().hasParent(temporary);
            Files.createFile(temporary.resolve("file"));
            assertThatThrownBy(() -> home.folder("file")).isInstanceOf(StartRefusedException.class);
        }
    }
}
