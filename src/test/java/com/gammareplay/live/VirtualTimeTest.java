package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.model.Index;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualTimeTest {

    private static final Instant START = Instant.parse("2025-11-26T14:30:00Z");
    private static final Duration LATENCY = Duration.ofMillis(200);

    private final VirtualTime time = new VirtualTime(START, LATENCY, Pace.UNLIMITED);

    private static Poll poll(Index index, Instant now) {
        return new Poll(Poll.Kind.QUOTES, index, List.of(), now, now.plusSeconds(3));
    }

    private Answer answer(Poll poll, Duration spent) {
        time.spend(spent);
        return new Answer(poll, time.instant(), null, null);
    }

    private void begin(Index index, Duration spent) {
        time.begin(poll(index, time.now()), poll -> answer(poll, spent));
    }

    @Test
    void time_stands_still_but_while_it_is_waited_for() {
        begin(Index.SPX, Duration.ofSeconds(1));

        assertThat(time.now()).isEqualTo(START);
        assertThat(time.await(START.plusSeconds(1))).isEmpty();
        assertThat(time.now()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void an_answer_comes_when_latency_and_what_was_spent_on_it_have_gone_by() {
        begin(Index.SPX, Duration.ofSeconds(1));

        var answer = time.await(START.plusSeconds(30)).orElseThrow();

        assertThat(answer.completed()).isEqualTo(START.plusMillis(1_200));
        assertThat(time.now()).isEqualTo(START.plusMillis(1_200));
    }

    @Test
    void what_one_answer_took_does_not_delay_another_and_the_first_to_come_is_the_first() {
        begin(Index.SPX, Duration.ofSeconds(40));
        begin(Index.NDX, Duration.ZERO);

        assertThat(time.await(START.plusSeconds(60)).orElseThrow().poll().index())
                .isEqualTo(Index.NDX);
        assertThat(time.now()).isEqualTo(START.plus(LATENCY));
        assertThat(time.await(START.plusSeconds(60)).orElseThrow().poll().index())
                .isEqualTo(Index.SPX);
        assertThat(time.now()).isEqualTo(START.plusMillis(40_200));
    }

    @Test
    void an_answer_of_the_very_instant_has_come() {
        begin(Index.SPX, Duration.ZERO);

        assertThat(time.await(START.plus(LATENCY))).isPresent();
    }

    @Test
    void time_never_goes_back() {
        assertThat(time.await(START.minusSeconds(1))).isEmpty();
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void at_a_pace_a_long_wait_is_cut_so_that_its_caller_can_look_around() {
        var paced = new VirtualTime(START, LATENCY, new Pace(100));

        assertThat(paced.await(START.plusSeconds(3_600))).isEmpty();
        assertThat(paced.now()).isEqualTo(START.plusSeconds(50));
    }

    @Test
    void at_a_pace_time_goes_by_no_faster() {
        var paced = new VirtualTime(START, LATENCY, new Pace(100));
        var begun = System.nanoTime();

        paced.await(START.plusSeconds(10));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void an_answer_does_not_come_before_its_time_when_the_wait_for_it_was_cut() {
        var paced = new VirtualTime(START, Duration.ofSeconds(60), new Pace(100));
        paced.begin(poll(Index.SPX, START), poll -> new Answer(poll, paced.instant(), null, null));

        assertThat(paced.await(START.plusSeconds(90))).isEmpty();
        assertThat(paced.await(START.plusSeconds(90))).isPresent();
        assertThat(paced.now()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void answers_that_have_not_come_at_the_end_never_do() {
        begin(Index.SPX, Duration.ZERO);
        time.close();

        assertThat(time.await(START.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void a_pace_at_which_nothing_goes_on_is_refused(double speed) {
        assertThatThrownBy(() -> new Pace(speed)).hasMessage("speed must be more than 0, was " + speed);
    }
}
