package com.gammareplay.trading;

import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.testing.TradedDay;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which tick a check falls, which snapshot it sees, and in which order decisions come. */
class CheckOrderTest {

    private static final String WEAK_VIX = "09:59:40 SPX peak 6050\n09:59:40 SPX context 6050 10\n";

    private static String snapshotAt(String time) {
        return time + " SPX peak 6050\n" + time + " SPX context 6050 10\n";
    }

    @ParameterizedTest
    @CsvSource({
        "09:58:29, NO_GEX_SNAPSHOT at 10:02",
        "09:58:30, VIX_FLOOR at 10:00",
        "10:00:00, VIX_FLOOR at 10:00",
        "10:00:01, VIX_FLOOR at 10:00:30",
        "10:02:00, VIX_FLOOR at 10:02",
        "10:02:01, NO_GEX_SNAPSHOT at 10:02"
    })
    void a_snapshot_counts_from_90_s_before_to_120_s_after_the_check_inclusive(String snapshot, String decision) {
        assertThat(TradedDay.of(snapshotAt(snapshot)).trade().decisions()).containsExactly("10:00 SPX " + decision);
    }

    @Test
    void the_newest_snapshot_at_the_tick_of_evaluation_is_used_and_a_later_one_changes_nothing() {
        var day = TradedDay.of(snapshotAt("09:58:40"), "09:59:40 SPX peak 6050", "09:59:40 SPX context 6050 11")
                .trade();
        var later =
                TradedDay.of(WEAK_VIX, CONDOR.replace("09:59:40", "10:00:10")).trade();

        assertThat(day.decision().values()).containsEntry("vix", 11.0);
        assertThat(later.decisions()).containsExactly("10:00 SPX VIX_FLOOR at 10:00");
    }

    @Test
    void a_check_without_a_snapshot_is_given_up_at_its_last_tick_and_carries_its_deadline() {
        var day = TradedDay.of("").with("step", 50).with("snapshotWindow", 120).trade();

        assertThat(day.decisions()).containsExactly("10:00 SPX NO_GEX_SNAPSHOT at 10:02");
        assertThat(day.decision().values())
                .containsOnlyKeys("snapshotFrom", "snapshotUntil", "nearestSnapshot", "nearestSnapshotAge")
                .containsEntry("nearestSnapshot", null)
                .containsEntry("nearestSnapshotAge", null);
    }

    @Test
    void a_check_that_is_given_up_names_the_newest_snapshot_so_far_and_its_age_at_the_check() {
        var day = TradedDay.of(snapshotAt("09:36:00") + snapshotAt("09:56:40") + snapshotAt("10:02:01"))
                .trade();

        assertThat(day.decision().values())
                .containsEntry("nearestSnapshot", Instant.parse("2026-01-12T14:56:40Z"))
                .containsEntry("nearestSnapshotAge", 200L);
    }

    @Test
    void a_check_that_no_tick_of_its_window_meets_is_given_up() {
        var text = snapshotAt("10:01:00") + snapshotAt("10:29:30");

        assertThat(TradedDay.of(text).with("step", 3600).trade().decisions())
                .containsExactly("10:00 SPX NO_GEX_SNAPSHOT at 10:02");
    }

    @Test
    void a_long_step_evaluates_at_the_first_tick_inside_the_window() {
        var text = snapshotAt("10:20:00");
        var day = TradedDay.of(text).with("step", 3600).with("snapshotWindow", 1800);

        assertThat(day.trade().decisions()).containsExactly("10:00 SPX VIX_FLOOR at 10:30");
    }

    @Test
    void a_step_that_does_not_divide_the_session_evaluates_at_its_own_ticks() {
        // 09:30 + 258 * 7 s is the first tick at or after 10:00.
        assertThat(TradedDay.of(WEAK_VIX).with("step", 7).trade().decisions())
                .containsExactly("10:00 SPX VIX_FLOOR at 10:00:06");
    }

    @Test
    void a_check_before_the_open_whose_window_has_passed_is_given_up_at_the_open() {
        var text = snapshotAt("09:29:50");
        var day = TradedDay.of(text).with("entryTimes", List.of("09:00")).with("entryFrom", "00:00");

        assertThat(day.trade().decisions()).containsExactly("09:00 SPX NO_GEX_SNAPSHOT at 09:02");
        assertThat(day.decision().values()).containsEntry("nearestSnapshot", null);
    }

    @Test
    void a_check_that_is_given_up_late_names_no_snapshot_after_its_deadline() {
        var text = snapshotAt("08:50:00") + snapshotAt("09:02:01") + snapshotAt("09:29:50");
        var day = TradedDay.of(text).with("entryTimes", List.of("09:00")).with("entryFrom", "00:00");

        assertThat(day.trade().decision().values())
                .containsEntry("nearestSnapshot", Instant.parse("2026-01-12T13:50:00Z"))
                .containsEntry("nearestSnapshotAge", 600L);
    }

    @Test
    void a_check_before_the_open_whose_window_reaches_it_is_evaluated_at_the_open() {
        var text = snapshotAt("09:27:00");
        var day = TradedDay.of(text).with("entryTimes", List.of("09:28")).with("entryFrom", "00:00");

        assertThat(day.trade().decisions()).containsExactly("09:28 SPX VIX_FLOOR at 09:30");
    }

    @Test
    void checks_outside_the_window_fall_at_once_and_carry_the_check_time() {
        var times = List.of("08:00", "09:36", "10:00", "12:00", "16:00", "17:00");
        var day = TradedDay.of(WEAK_VIX).with("entryTimes", times).trade();

        assertThat(day.decisions())
                .containsExactly(
                        "08:00 SPX OUTSIDE_ENTRY_WINDOW at 08:00",
                        "09:36 SPX OUTSIDE_ENTRY_WINDOW at 09:36",
                        "10:00 SPX VIX_FLOOR at 10:00",
                        "12:00 SPX OUTSIDE_ENTRY_WINDOW at 12:00",
                        "16:00 SPX OUTSIDE_ENTRY_WINDOW at 16:00",
                        "17:00 SPX OUTSIDE_ENTRY_WINDOW at 17:00");
        assertThat(day.state().decisions().getFirst().values())
                .containsEntry("checkTime", "08:00")
                .containsEntry("entryFrom", "10:00")
                .containsEntry("entryUntil", "12:00")
                .containsEntry("close", "16:00");
    }

    @Test
    void a_check_at_an_early_close_is_outside_and_one_before_it_is_given_up_before_it() {
        var day = TradedDay.of("")
                .on("2025-11-28")
                .with("entryTimes", List.of("12:59", "13:00"))
                .with("entryUntil", "13:01");

        assertThat(day.trade().decisions())
                .containsExactly("12:59 SPX NO_GEX_SNAPSHOT at 13:01", "13:00 SPX OUTSIDE_ENTRY_WINDOW at 13:00");
    }

    @Test
    void no_check_is_evaluated_at_the_close() {
        var text = "16:00:00 SPX peak 6050\n16:00:00 SPX context 6050 10";
        var day = TradedDay.of(text).with("entryTimes", List.of("15:59")).with("entryUntil", "16:00");

        assertThat(day.trade().decisions()).containsExactly("15:59 SPX NO_GEX_SNAPSHOT at 16:01");
    }

    @Test
    void several_checks_can_wait_at_once_and_fall_by_check_time() {
        var day = TradedDay.of(snapshotAt("11:10:00"))
                .with("entryTimes", List.of("10:00", "10:30", "11:00"))
                .with("snapshotWindow", 7200);

        assertThat(day.trade().decisions())
                .containsExactly(
                        "10:00 SPX VIX_FLOOR at 11:10", "10:30 SPX VIX_FLOOR at 11:10", "11:00 SPX VIX_FLOOR at 11:10");
    }

    @Test
    void a_waiting_check_falls_after_a_later_one_that_is_refused_at_once() {
        var day = TradedDay.of("").with("entryTimes", List.of("11:59", "12:00")).with("snapshotWindow", 120);

        assertThat(day.trade().decisions())
                .containsExactly("12:00 SPX OUTSIDE_ENTRY_WINDOW at 12:00", "11:59 SPX NO_GEX_SNAPSHOT at 12:01");
    }

    @Test
    void at_a_tick_spx_comes_before_ndx_and_then_the_check_time() {
        var text = snapshotAt("10:10:00") + snapshotAt("10:10:00").replace("SPX", "NDX");
        var day = TradedDay.of(text)
                .of(Index.SPX, Index.NDX)
                .with("entryTimes", List.of("10:00", "10:05"))
                .with("snapshotWindow", 900);

        assertThat(day.trade().decisions())
                .containsExactly(
                        "10:00 SPX VIX_FLOOR at 10:10",
                        "10:05 SPX VIX_FLOOR at 10:10",
                        "10:00 NDX VIX_FLOOR at 10:10",
                        "10:05 NDX VIX_FLOOR at 10:10");
    }

    @Test
    void a_refused_check_is_not_tried_again() {
        var laterQuotes = CONDOR.replace("09:59:50..", "10:00:20..");

        assertThat(TradedDay.of(laterQuotes).trade().decisions()).containsExactly("10:00 SPX NO_QUOTE at 10:00");
    }
}
