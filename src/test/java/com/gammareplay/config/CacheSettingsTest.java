package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CacheSettingsTest {

    @Test
    void a_folder_without_a_name_is_none() {
        assertThat(new CacheSettings(Path.of(""), DataSize.ofGigabytes(1)).dir())
                .isNull();
    }

    @Test
    void less_than_nothing_cannot_be_kept() {
        assertThatThrownBy(() -> new CacheSettings(null, DataSize.ofBytes(-1)))
                .hasMessage("must be at least 0 bytes, was -1");
    }
}
