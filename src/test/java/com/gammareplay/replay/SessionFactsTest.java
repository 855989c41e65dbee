package com.gammareplay.replay;

import static com.gammareplay.testing.TradedDay.CONDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.SessionFacts.Gap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is noted of a session's checks and trades, and what is said of it. */
class SessionFactsTest {

    private static final String SPARSE = """
            09:36:00 SPX peak 6050
            09:36:00 SPX context 6050.00 14.00
            09:50:00..16:00:00/%1$s SPX C6050 9.00 9.02
            09:50:00..16:00:00/%1$s SPX P6050 9.00 9.02
            09:50:00..16:00:00/%1$s SPX C6070 2.00 2.02
            09:50:00..16:00:00/%1$s SPX C6075 1.20 1.22
            09:50:00..16:00:00/%1$s SPX P6030 2.00 2.02
            09:50:00..16:00:00/%1$s SPX P6025 1.20 1.22
            """;

    private static Map<String, Object> sparse(int maxQuoteAge) {
        return Map.of("entryTimes", List.of("10:04"), "snapshotBefore", 3600, "maxQuoteAge", maxQuoteAge);
    }

    /** The check at 10:04 looks at 10:04, 10:02 and 09:59: with quotes every 5 minutes from 09:50 on at 10:00 twice. */
    @ParameterizedTest
    @CsvSource({"300, 400, 1", "300, 239, 0", "120, 400, 0", "30, 400, 0", "600, 240, 1", "600, 119, 0"})
    void momentum_on_quotes_that_are_the_same_at_two_of_its_instants_is_noted(int every, int maxQuoteAge, int noted) {
        var run = TextRun.of(sparse(maxQuoteAge), SPARSE.formatted(every));

        assertThat(run.facts().momentumOnSameQuotes()).isEqualTo(noted);
        assertThat(run.codes().contains(WarningCode.MOMENTUM_ON_SAME_QUOTES)).isEqualTo(noted > 0);
    }

    @Test
    void the_looks_back_of_two_and_five_minutes_may_see_the_same_quotes_though_now_does_not() {
        // 10:05 has quotes of its own; 10:03 and 10:00 both see those of 10:00.
        var parameters = Map.of("entryTimes", List.of("10:05"), "snapshotBefore", 3600, "maxQuoteAge", 400);
        var run = TextRun.of(parameters, SPARSE.formatted(300));

        var warning = run.warning(WarningCode.MOMENTUM_ON_SAME_QUOTES);
        assertThat(warning.count()).isEqualTo(1);
        assertThat(warning.message()).contains("1 of 1 checks (100 %)");
        assertThat(warning.details()).containsEntry("of", 1L).containsEntry("sessions", List.of("2026-01-12"));
    }

    /** At 10:04 the levels of 10:04, 10:02 and 09:59 are asked for; quotes begin at 09:50. */
    @ParameterizedTest
    @CsvSource({"120, 60, 0", "120, 59, 1", "300, 240, 0", "600, 240, 1", "600, 539, 1", "600, 540, 0"})
    void momentum_that_lacks_a_move_and_so_passes_everything_is_noted(int every, int maxQuoteAge, int noted) {
        var run = TextRun.of(sparse(maxQuoteAge), SPARSE.formatted(every));

        assertThat(run.facts().momentum()).isEqualTo(1);
        assertThat(run.facts().momentumUnknown()).isEqualTo(noted);
        assertThat(run.codes().contains(WarningCode.MOMENTUM_UNKNOWN)).isEqualTo(noted > 0);
    }

    @Test
    void what_a_sweep_counts_without_evidence_is_the_same() {
        var sparse = TextRun.of(sparse(240), SPARSE.formatted(600));
        var swept = TextRun.withoutEvidence(sparse(240), SPARSE.formatted(600));

        assertThat(swept.facts()).isEqualTo(sparse.facts());
        assertThat(swept.facts().momentumUnknown()).isEqualTo(1);
    }

    @Test
    void checks_that_want_a_strike_that_was_never_recorded_are_noted() {
        var never = CONDOR.replace("C6075", "C6080");
        var old = CONDOR.replace("09:59:50..15:59:50/30 SPX C6075", "09:58:29 SPX C6075");
        var later = CONDOR.replace("09:59:50..15:59:50/30 SPX C6075", "10:00:01 SPX C6075");
        var run = TextRun.of(Map.of("entryTimes", List.of("09:36", "10:00")), never, old, later, CONDOR);

        var warning = run.warning(WarningCode.STRIKES_NOT_RECORDED);
        assertThat(warning.count()).isEqualTo(2);
        assertThat(warning.message()).startsWith("2 of 4 checks (50 %)");
        assertThat(warning.details())
                .containsEntry("of", 4L)
                .containsEntry("sessions", List.of("2026-01-12", "2026-01-14"));
        assertThat(TextRun.of(Map.of("entryTimes", List.of("10:00")), old, CONDOR)
                        .codes())
                .doesNotContain(WarningCode.STRIKES_NOT_RECORDED);
    }

    @Test
    void where_no_leg_price_at_all_was_recorded_that_is_what_is_said() {
        var none = "09:59:40 SPX peak 6050\n09:59:40 SPX context 6050.00 14.00";
        var run = TextRun.of(Map.of("entryTimes", List.of("10:00")), none, CONDOR);

        var warning = run.warning(WarningCode.NO_LEG_PRICES);
        assertThat(warning.count()).isEqualTo(1);
        assertThat(warning.details()).containsEntry("sessions", List.of("2026-01-12"));
        assertThat(run.codes()).doesNotContain(WarningCode.STRIKES_NOT_RECORDED);
        assertThat(TextRun.of(Map.of("entryTimes", List.of("10:00")), CONDOR).codes())
                .doesNotContain(WarningCode.NO_LEG_PRICES);
    }

    /** A leg that is not quoted from a time on is stale 90 s later; its trade ends at the close, or when it is quoted. */
    @ParameterizedTest
    @CsvSource({"10:29:50, true", "10:20:50, false"})
    void trades_that_lacked_a_quote_for_ten_minutes_are_named_with_the_profit_without_them(
            String again, boolean isWarned) {
        var blind = CONDOR.replace(
                "09:59:50..15:59:50/30 SPX C6075",
                "09:59:50..10:09:50/30 SPX C6075 1.20 1.22\n" + again + "..15:59:50/30 SPX C6075");
        var run = TextRun.of(Map.of("entryTimes", List.of("10:00")), blind, CONDOR);

        assertThat(run.codes().contains(WarningCode.HELD_WITHOUT_QUOTES)).isEqualTo(isWarned);
        if (isWarned) {
            var warning = run.warning(WarningCode.HELD_WITHOUT_QUOTES);
            assertThat(warning.count()).isEqualTo(1);
            assertThat(warning.details())
                    .containsEntry("trades", List.of(1))
                    .containsKeys("pnl", "totalPnl", "totalPnlWithout");
        }
    }

    @Test
    void momentum_that_is_not_judged_is_not_noted() {
        var parameters = Map.of(
                "entryTimes", List.of("10:04"), "snapshotBefore", 3600, "maxQuoteAge", 400, "momentumFilter", false);
        var off = TextRun.of(parameters, SPARSE.formatted(300)).facts();
        var strict =
                Map.of("entryTimes", List.of("10:04"), "snapshotBefore", 3600, "maxQuoteAge", 400, "minCredit", 50);
        var refusedBefore = TextRun.of(strict, SPARSE.formatted(300)).facts();

        assertThat(List.of(off.momentum(), off.momentumOnSameQuotes())).containsOnly(0);
        assertThat(List.of(refusedBefore.momentum(), refusedBefore.momentumOnSameQuotes()))
                .containsOnly(0);
    }

    @Test
    void checks_without_a_snapshot_are_noted_with_the_nearest_ones_on_both_sides() {
        var text = "10:26:00 SPX peak 6050\n10:26:00 SPX context 6050 10\n10:33:00 SPX peak 6050";
        var run = TextRun.of(Map.of("entryTimes", List.of("09:36", "10:00", "10:30", "11:00")), text, "");

        assertThat(run.facts().checks()).isEqualTo(3);
        assertThat(run.facts().withoutSnapshot())
                .containsExactly(new Gap(Gap.NOWHERE, 1560), new Gap(240, 180), new Gap(1620, Gap.NOWHERE));
        var warning = run.warning(WarningCode.CHECKS_WITHOUT_SNAPSHOT);
        assertThat(warning.message()).contains("3 of 3 checks (100 %)");
        assertThat(warning.details())
                .containsEntry("share", 1.0)
                .containsEntry("sessions", List.of("2026-01-12"))
                .containsEntry("medianSecondsBefore", 240L)
                .containsEntry("medianSecondsAfter", 180L);
    }

    @Test
    void recomputed_peaks_have_the_snapshots_of_the_chains() {
        var text = "10:00:00 SPX peak 6050\n10:05:00 SPX snapshot 6050 14 C6050:0.1:10";
        var parameters = Map.of("entryTimes", List.of("10:00"), "gexSource", "RECOMPUTED");

        assertThat(TextRun.of(parameters, text).facts().withoutSnapshot()).containsExactly(new Gap(Gap.NOWHERE, 300));
    }

    @Test
    void traded_sessions_with_quotes_at_less_than_half_of_their_ticks_are_named() {
        var half = "09:30:00..12:44:30/30 SPX C6070 2.00 2.02"; // 390 of 781 ticks, and one within the limit after it
        var more = "09:30:00..12:45:00/30 SPX C6070 2.00 2.02";
        var run = TextRun.of(Map.of("maxQuoteAge", 20), more, half, more);

        var warning = run.warning(WarningCode.LOW_COVERAGE);
        assertThat(warning.count()).isEqualTo(1);
        assertThat(warning.details()).containsEntry("sessions", List.of("2026-01-13"));
        assertThat(TextRun.of(Map.of("maxQuoteAge", 20), more).codes()).doesNotContain(WarningCode.LOW_COVERAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "commissionPerContract, 0.65, false",
        "commissionPerContract, -0.65, true",
        "slippage, 1, false",
        "fillFraction, 0.3, true"
    })
    void trades_without_commission_and_slippage_are_counted(String parameter, double value, boolean isWarned) {
        var number = parameter.equals("slippage") ? (Object) (int) value : (Object) value;
        var run = TextRun.of(Map.of("entryTimes", List.of("10:00"), parameter, number), CONDOR, CONDOR);

        assertThat(run.codes().contains(WarningCode.NO_COSTS)).isEqualTo(isWarned);
        if (isWarned) {
            assertThat(run.warning(WarningCode.NO_COSTS).count()).isEqualTo(2);
        }
    }

    /** A cent of slippage is a dollar a contract. */
    @ParameterizedTest
    @CsvSource({"-1, true", "-0.99, false"})
    void a_rebate_may_make_up_for_the_slippage(double commission, boolean isWarned) {
        var parameters = Map.of("entryTimes", List.of("10:00"), "commissionPerContract", commission, "slippage", 1);

        assertThat(TextRun.of(parameters, CONDOR).codes().contains(WarningCode.NO_COSTS))
                .isEqualTo(isWarned);
    }

    @ParameterizedTest
    @CsvSource({"NATURAL, 0.5, false", "MID, 1, true", "FRACTION, 0.99, true", "FRACTION, 1, false"})
    void trades_that_are_filled_inside_the_spread_are_counted(String model, double fraction, boolean isWarned) {
        var parameters = Map.of("entryTimes", List.of("10:00"), "fillModel", model, "fillFraction", fraction);
        var run = TextRun.of(parameters, CONDOR, CONDOR);

        assertThat(run.codes().contains(WarningCode.FILLS_INSIDE_SPREAD)).isEqualTo(isWarned);
        if (isWarned) {
            assertThat(run.warning(WarningCode.FILLS_INSIDE_SPREAD).count()).isEqualTo(2);
        }
    }

    @Test
    void trades_that_end_at_the_tick_after_their_entry_are_counted() {
        var hasty = Map.of("entryTimes", List.of("10:00"), "hardCloseBefore", 86_400);
        var run = TextRun.of(hasty, CONDOR, CONDOR);

        assertThat(run.facts().heldOneTick()).isEqualTo(1);
        assertThat(run.warning(WarningCode.HELD_ONE_TICK).message())
                .startsWith("2 of 2 trades (100 %) were closed at the tick after");
        assertThat(TextRun.of(Map.of("entryTimes", List.of("10:00")), CONDOR).codes())
                .doesNotContain(WarningCode.HELD_ONE_TICK);
    }
}
