package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.model.Index;
import com.gammareplay.testing.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WallTimeTest {

    private static final Instant NOW = Instant.parse("2025-11-26T14:30:00Z");

    private static Poll poll(Index index) {
        return new Poll(Poll.Kind.QUOTES, index, List.of(), NOW, NOW.plusSeconds(3));
    }

    private static Answer answer(Poll poll) {
        return new Answer(poll, NOW, null, null);
    }

    @Test
    void it_is_what_the_clock_shows() {
        try (var time = new WallTime(InstantSource.fixed(NOW))) {
            assertThat(time.now()).isEqualTo(NOW);
        }
    }

    @Test
    void a_slow_answer_holds_up_neither_its_caller_nor_another_answer() {
        var release = new CountDownLatch(1);
        try (var time = new WallTime(InstantSource.system())) {
            time.begin(poll(Index.SPX), poll -> {
                awaitQuietly(release);
                return answer(poll);
            });
            time.begin(poll(Index.NDX), WallTimeTest::answer);

            assertThat(next(time).poll().index()).isEqualTo(Index.NDX);
            release.countDown();
            assertThat(next(time).poll().index()).isEqualTo(Index.SPX);
        }
    }

    @Test
    void an_answer_that_came_is_given_though_there_is_nothing_to_wait_for() {
        try (var time = new WallTime(InstantSource.system())) {
            time.begin(poll(Index.SPX), WallTimeTest::answer);

            await().until(() -> time.await(Instant.EPOCH).isPresent());
        }
    }

    @Test
    void a_long_wait_is_cut_so_that_a_stop_and_a_clock_that_was_set_are_seen() {
        try (var time = new WallTime(InstantSource.system())) {
            var begun = System.nanoTime();

            assertThat(time.await(Instant.now().plus(Duration.ofDays(1)))).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Patience.LIMIT);
        }
    }

    @Test
    void at_the_end_polls_are_interrupted() {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        try (var time = new WallTime(InstantSource.system())) {
            time.begin(poll(Index.SPX), poll -> {
                begun.countDown();
                interrupted.set(!awaitQuietly(new CountDownLatch(1)));
                return answer(poll);
            });
            awaitQuietly(begun);
        }

        await().untilTrue(interrupted);
    }

    @Test
    void who_is_interrupted_gets_no_answer_and_stays_interrupted() throws Exception {
        var seen = new AtomicReference<Optional<Answer>>();
        var stays = new AtomicBoolean();
        try (var time = new WallTime(InstantSource.system())) {
            var session = Thread.ofVirtual().unstarted(() -> {
                Thread.currentThread().interrupt();
                seen.set(time.await(Instant.now().plusSeconds(60)));
                stays.set(Thread.currentThread().isInterrupted());
            });
            session.start();
            session.join();
        }

        assertThat(seen.get()).isEmpty();
        assertThat(stays).isTrue();
    }

    private static Answer next(WallTime time) {
        return await().until(() -> time.await(Instant.now().plusSeconds(1)), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
