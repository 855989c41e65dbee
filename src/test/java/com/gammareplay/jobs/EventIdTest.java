package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void an_id_says_the_same_after_it_was_written_and_read() {
        for (var id : List.of("0-0-QUEUED", "3-12-RUNNING", "1-16-SUCCEEDED-end")) {
            assertThat(EventId.parse(id)).map(EventId::toString).hasValue(id);
        }
        for (var other :
                List.of("1-9999999999-RUNNING", "01-0-RUNNING", "1-00-RUNNING", "+1-0-RUNNING", "\u0661-0-RUNNING")) {
            assertThat(EventId.parse(other)).as(other).isEmpty();
        }
        assertThat(EventId.parse(null)).isEmpty();
    }
}
