package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.requests.CallbackUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiversTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final Receivers receivers = new Receivers();

    private void fill(String receiver) {
        for (var call = 0; call < Receivers.MOST_CALLS; call++) {
            assertThat(receivers.enter(receiver, NOW)).isEmpty();
        }
    }

    @Test
    void a_receiver_is_called_a_few_times_at_once_whatever_the_others_do() {
        fill("a:443");

        assertThat(receivers.enter("a:443", NOW)).isPresent();
        fill("b:443");
        receivers.leave("a:443", SLOW, NOW);
        assertThat(receivers.enter("a:443", NOW)).isEmpty();
        assertThat(receivers.enter("a:443", NOW)).isPresent();
    }

    @Test
    void those_who_wait_come_back_one_after_another_as_fast_as_calls_end() {
        fill("a:443");
        receivers.leave("a:443", SLOW, NOW);
        assertThat(receivers.enter("a:443", NOW)).isEmpty();

        var turns = IntStream.range(0, 3)
                .mapToObj(_ -> receivers.enter("a:443", NOW).orElseThrow())
                .toList();

        assertThat(turns).containsExactly(NOW.plusMillis(3_750), NOW.plusMillis(7_500), NOW.plusMillis(11_250));
    }

    @Test
    void nobody_waits_for_more_than_five_minutes_nor_all_until_the_same_moment() {
        fill("a:443");
        receivers.leave("a:443", SLOW, NOW);
        assertThat(receivers.enter("a:443", NOW)).isEmpty();

        var turns = new ArrayList<Instant>();
        for (var number = 0; number < 800; number++) {
            turns.add(receivers.enter("a:443", NOW).orElseThrow());
        }

        assertThat(turns).allMatch(turn -> !turn.isAfter(NOW.plus(Duration.ofMinutes(5))));
        assertThat(turns.stream().filter(turn -> turn.equals(turns.getFirst()))).hasSize(10);
    }

    @Test
    void receivers_are_told_apart_by_host_and_port() {
        assertThat(Stream.of(
                                "https://Hook.Example/in?token=a",
                                "https://hook.example/out",
                                "https://hook.example:443/",
                                "HTTPS://hook.example./",
                                "http://hook.example:443/")
                        .map(ReceiversTest::receiver))
                .containsOnly("hook.example:443");
        assertThat(Stream.of("https://hook.example:8443/in", "http://hook.example/", "https://hook.example.org/")
                        .map(ReceiversTest::receiver))
                .containsExactly("hook.example:8443", "hook.example:80", "hook.example.org:443");
    }

    private static String receiver(String url) {
        return Receivers.of(new CallbackUrl(url));
    }
}
