package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AvailableMemoryTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void a_service_that_the_system_would_kill_is_not_started() {
        assertThatThrownBy(() -> AvailableMemory.requireEnough(256 * MEGABYTE))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The service needs 384 MB of memory, this machine or container has 256 MB.");
    }

    @Test
    void the_least_is_enough() {
        assertThatCode(() -> AvailableMemory.requireEnough(384 * MEGABYTE)).doesNotThrowAnyException();
    }
}
