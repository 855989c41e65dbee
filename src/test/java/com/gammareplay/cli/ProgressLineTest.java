package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter out = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void without_a_terminal_a_line_is_shown_every_ten_seconds() {
        var progress = ProgressLine.inLines("a.db", "sessions", new PrintWriter(out), () -> now);
        for (var done = 0; done <= 8; done++) {
            progress.step(done, 401);
            now = now.plusSeconds(4);
        }

        assertThat(out.toString().lines()).containsExactly("a.db: 3 of 401 sessions", "a.db: 6 of 401 sessions");
    }

    @Test
    void a_hidden_one_shows_nothing_and_none_is_needed() {
        ProgressLine.of("a.db", "sessions", new PrintWriter(out)).step(1, 2);

        assertThat(out.toString()).isEmpty();
    }
}
