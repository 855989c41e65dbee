package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.live.TroubledRecording.Event;
import com.gammareplay.live.TroubledRecording.Kind;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to broker, clock, disk and process: what was decided is what a replay of the recording decides. */
@Tag("trial")
class LiveTroubleTest {

    /** A day that closes early: half as long. */
    private static final String SHORT = "2025-11-28";

    @TempDir
    Path home;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private LivedDay day() {
        return LivedDay.of(
                home, PaperRequests.of(SHORT, List.of(Index.SPX, Index.NDX), Map.of("tradeEarlyClose", true)));
    }

    private static void assertIdentical(LivedDay day, int ticksSkipped) {
        var parity = day.parity();
        assertThat(parity.firstDifference()).isNull();
        assertThat(parity.identical()).isTrue();
        assertThat(parity.decisions()).isPositive();
        assertThat(parity.ticksSkipped()).isEqualTo(ticksSkipped);
        assertThat(parity.ticks()).isEqualTo(421 - ticksSkipped);
    }

    @Test
    void an_early_close_is_identical_and_trades() {
        var day = day();

        assertThat(day.live(BrokerTrouble.none())).isTrue();

        assertIdentical(day, 0);
        assertThat(day.parity().trades()).isPositive();
    }

    @Test
    void any_trouble_of_the_broker_together_is_identical() {
        var day = day();

        assertThat(day.live(BrokerTrouble.any(1))).isTrue();

        assertIdentical(day, 0);
        assertThat(day.counts()).containsKeys("gapRateLimited", "gapBadAnswer", "answersSuperseded", "quotePasses");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DROPPED, gapUnavailable",
        "ERROR, gapUnavailable",
        "RATE_LIMITED, gapRateLimited",
        "SLOW, quotePasses",
        "OUT_OF_ORDER, answersSuperseded",
        "PAGE, gapBadAnswer"
    })
    void trouble_of_the_broker_is_identical(BrokerTrouble.Kind kind, String counted) {
        var day = day();

        assertThat(day.live(BrokerTrouble.of(kind, 1))).isTrue();

        assertIdentical(day, 0);
        assertThat(day.counts()).containsKey(counted);
    }

    @Test
    void a_clock_that_is_set_back_is_identical() {
        var day = day();

        assertThat(day.live(
                        day.start(),
                        BrokerTrouble.none(),
                        time -> new SettableTime(time, day.at("10:29:59"), Duration.ofSeconds(-2)),
                        recording -> recording))
                .isTrue();

        assertIdentical(day, 0);
    }

    @ParameterizedTest(name = "by {0} s, {1} ticks skipped")
    @CsvSource({"60, 2", "7, 0"})
    void a_clock_that_is_set_forward_is_identical(int seconds, int skipped) {
        var day = day();

        assertThat(day.live(
                        day.start(),
                        BrokerTrouble.none(),
                        time -> new SettableTime(time, day.at("10:29:58"), Duration.ofSeconds(seconds)),
                        recording -> recording))
                .isTrue();

        assertIdentical(day, skipped);
    }

    @Test
    void a_full_disk_costs_passes_and_no_more() {
        var day = day();
        var passes = new int[1];
        Consumer<Event> full = event -> {
            if (event.kind() == Kind.PASS && ++passes[0] / 20 % 3 == 1) {
                throw full();
            }
        };

        assertThat(day.live(
                        day.start(),
                        BrokerTrouble.none(),
                        time -> time,
                        file -> new TroubledRecording(file, full, _ -> {})))
                .isTrue();

        assertIdentical(day, 0);
        assertThat(day.counts()).containsEntry("gapNotRecorded", (long) passes[0] - passes(day));
    }

    private static long passes(LivedDay day) {
        return day.counts().getOrDefault("quotePasses", 0L) + day.counts().getOrDefault("snapshotPasses", 0L);
    }

    private static RecordingFailedException full() {
        return new RecordingFailedException(
                "paper-1.db cannot be written to", new IOException("No space left on device"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_session_that_is_killed_between_any_two_writes_goes_on_identically(long seed) throws Exception {
        var day = day();
        var random = new SplittableRandom(seed);
        var from = day.start();
        var isOver = false;
        for (var kills = 0; !isOver; kills++) {
            var left = kills < 6 ? random.nextInt(300) : Integer.MAX_VALUE;
            var killer = new Killer(left);
            var isBefore = random.nextBoolean();
            try {
                isOver = day.live(
                        from,
                        BrokerTrouble.any(seed + kills),
                        time -> time,
                        file -> new TroubledRecording(file, isBefore ? killer : _ -> {}, isBefore ? _ -> {} : killer));
            } catch (Killed _) {
                assertThat(day.parity().firstDifference()).isNull();
            }
            from = day.ended().plusMillis(random.nextInt(100, 90_000));
        }

        var parity = day.parity();
        assertThat(parity.identical()).isTrue();
        assertThat(parity.ticksSkipped()).isPositive();
        assertThat(FreshParity.check(home, "paper-1")).isEqualTo(parity.toString());
    }

    /** Kills at a write. */
    private static final class Killer implements Consumer<Event> {

        private int left;

        Killer(int left) {
            this.left = left;
        }

        @Override
        public void accept(Event event) {
            if (event.isWrite() && left-- == 0) {
                throw new Killed();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2025-10-31", "2025-11-03", "2026-03-06", "2026-03-09"})
    void days_about_a_change_of_clocks_are_identical(String date) {
        var day = LivedDay.like(LocalDate.of(2025, 11, 24), home, PaperRequests.of(date, List.of(Index.SPX), Map.of()));

        assertThat(day.live(BrokerTrouble.any(3))).isTrue();

        var parity = day.parity();
        assertThat(parity.firstDifference()).isNull();
        assertThat(parity.trades()).isPositive();
    }
}
