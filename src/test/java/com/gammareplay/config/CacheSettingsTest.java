package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CacheSettingsTest {

    @Test
    void less_than_nothing_cannot_be_kept() {
        assertThatThrownBy(() -> new CacheSettings(null, DataSize.ofBytes(-1)))
                .hasMessage("must be at least 0 bytes, was -1");
    }
}
