package com.gammareplay.jobs.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a process may take the silence of others for their death. */
class ContactTest {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Contact contact = new Contact(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void looks(int times) {
        for (var look = 0; look < times; look++) {
            pass(LOOK);
            contact.made();
        }
    }

    @Test
    void it_is_steady_after_some_time_without_a_break() {
        looks(14);
        assertThat(contact.isSteady()).isFalse();
        looks(1);
        assertThat(contact.isSteady()).isTrue();
    }

    @Test
    void it_is_not_steady_while_there_is_a_break() {
        looks(20);
        pass(Contact.BREAK);
        assertThat(contact.isSteady()).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(contact.isSteady()).isFalse();
    }

    @Test
    void after_a_break_it_takes_as_long_as_at_the_beginning() {
        looks(20);
        pass(Duration.ofSeconds(30));
        contact.made();
        looks(14);
        assertThat(contact.isSteady()).isFalse();
        looks(1);
        assertThat(contact.isSteady()).isTrue();
    }
}
