package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.Confidence;
import com.gammareplay.bot.Direction;
import com.gammareplay.bot.EntryCheck;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.Strategy;
import com.gammareplay.bot.TradePlan;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Side;
import com.gammareplay.replay.SessionResult.IndexCoverage;
import com.gammareplay.replay.SessionResult.Status;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.SettlementPrice;
import com.gammareplay.trading.SettlementPrice.Source;
import com.gammareplay.trading.Trade;
import com.gammareplay.trading.TradedLeg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of trades and sessions. */
class FindingsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final Leg SHORT = new Leg(Right.CALL, 6070, Side.SHORT);
    private static final Leg LONG = new Leg(Right.CALL, 6075, Side.LONG);
    private static final TradePlan PLAN =
            new TradePlan(Strategy.CALL, Direction.BEARISH, Confidence.HIGH, List.of(SHORT, LONG), false);
    private static final Findings PLAIN = new Findings(new FakeRecording(false, List.of()));

    private final List<SessionResult> sessions = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    /** A session with trades. */
    private FindingsTest session(Trade... some) {
        var pnl = Arrays.stream(some).mapToLong(Trade::pnl).sum();
        sessions.add(new SessionResult(
                FIRST.plusDays(sessions.size()),
                Status.TRADED,
                some.length,
                pnl,
                781,
                List.of(),
                null,
                SessionFacts.NONE));
        trades.addAll(List.of(some));
        return this;
    }

    @Test
    void a_range_without_data_is_told_what_the_recording_has() {
        for (var day = 0; day < 2; day++) {
            sessions.add(new SessionResult(
                    FIRST.plusDays(day), Status.NO_DATA, 0, 0, 781, List.of(), null, SessionFacts.NONE));
        }

        assertThat(warning(WarningCode.NO_DATA).message())
                .isEqualTo("No session from 2026-01-12 to 2026-01-13 has any data: the recording has 2025-11-24 to"
                        + " 2025-12-01.");
    }

    private Trade trade(int dollars) {
        return trade(dollars, ExitReason.STOP_LOSS, 5, 5L, null);
    }

    private Trade trade(
            int dollars, ExitReason reason, long entryAge, @Nullable Long exitAge, @Nullable Long quoteAge) {
        var legs = Stream.of(SHORT, LONG)
                .map(leg -> new TradedLeg(
                        leg,
                        new TradedLeg.Quote(1, 2, leg.isShort() ? entryAge : 0),
                        exitAge == null ? null : new TradedLeg.Quote(1, 2, exitAge)))
                .toList();
        var settlement = quoteAge == null ? null : new SettlementPrice(605_000, Source.IMPLIED, 0, quoteAge);
        return new Trade(
                trades.size() + 1,
                FIRST,
                new Trade.Entry(new EntryCheck(Index.SPX, LocalTime.of(10, 0), 0), PLAN, 6050, 606_000, 14, 0, 100_000),
                new Trade.Exit(reason, 100_000 - dollars, 3600, settlement, Map.of()),
                1,
                0,
                0,
                new Trade.Path(0, false, false, 0, 0, 0),
                legs);
    }

    private List<Warning> warnings() {
        return PLAIN.warnings(sessions, ledger());
    }

    private Ledger ledger() {
        return new Ledger(2_500_000, trades, List.of(), List.of());
    }

    private List<WarningCode> codes() {
        return warnings().stream().map(Warning::code).toList();
    }

    private Warning warning(WarningCode code) {
        return warnings().stream()
                .filter(warning -> warning.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + codes()));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "29, true", "30, false"})
    void fewer_than_30_trades_are_few(int count, boolean isWarned) {
        session(Collections.nCopies(count, trade(100)).toArray(Trade[]::new));

        assertThat(codes().contains(WarningCode.FEW_TRADES)).isEqualTo(isWarned);
        if (isWarned) {
            assertThat(warning(WarningCode.FEW_TRADES).count()).isEqualTo(count);
        }
    }

    @Test
    void no_trade_at_all_has_one_name_of_its_own() {
        session().session();
        leftOut(Status.EXCLUDED);

        assertThat(codes()).contains(WarningCode.NOTHING_TRADED).doesNotContain(WarningCode.FEW_TRADES);
        assertThat(warning(WarningCode.NOTHING_TRADED).count()).isEqualTo(2);
        session(trade(100));
        assertThat(codes()).doesNotContain(WarningCode.NOTHING_TRADED);
    }

    @ParameterizedTest
    @CsvSource({"EXCLUDED, NOTHING_TRADED", "EARLY_CLOSE, NOTHING_TRADED", "NO_DATA, NO_DATA"})
    void so_has_a_range_of_which_nothing_was_traded(Status status, WarningCode code) {
        leftOut(status);
        leftOut(status);

        assertThat(codes()).containsExactly(code);
        assertThat(warning(code).count()).isEqualTo(2);
    }

    @Test
    void sessions_without_data_among_others_are_named() {
        session(trade(100)).leftOut(Status.NO_DATA);
        session(trade(50));

        var warning = warning(WarningCode.NO_DATA);
        assertThat(warning.message()).isEqualTo("1 of 3 sessions (33 %) have no data.");
        assertThat(warning.details()).containsEntry("sessions", List.of(FIRST.toString()));
    }

    @Test
    void rows_of_which_nothing_could_be_used_are_told_by_what_is_wrong() {
        var coverage = new Coverage(Index.SPX, 100, 60, 60, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        sessions.add(new SessionResult(
                FIRST,
                Status.EXCLUDED,
                0,
                0,
                781,
                List.of(new IndexCoverage(coverage, 781, List.of())),
                null,
                SessionFacts.NONE));

        var warning = warning(WarningCode.UNREADABLE_ROWS);
        assertThat(warning.count()).isEqualTo(10);
        assertThat(warning.details())
                .containsEntry("badTimestamps", 1L)
                .containsEntry("badContracts", 2L)
                .containsEntry("badPeaks", 3L)
                .containsEntry("badChains", 4L);
    }

    private void leftOut(Status status) {
        sessions.add(new SessionResult(FIRST, status, 0, 0, 781, List.of(), null, SessionFacts.NONE));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "19, true", "20, false"})
    void fewer_than_20_traded_sessions_are_few(int count, boolean isWarned) {
        for (var i = 0; i < count; i++) {
            session();
        }
        leftOut(Status.EXCLUDED);

        assertThat(codes().contains(WarningCode.FEW_SESSIONS)).isEqualTo(isWarned);
        if (isWarned) {
            assertThat(warning(WarningCode.FEW_SESSIONS).count()).isEqualTo(count);
        }
    }

    @Test
    void a_run_that_is_too_good_is_named() {
        session(trade(100), trade(50));

        assertThat(codes())
                .contains(WarningCode.ALL_WINS, WarningCode.ONE_EXIT_REASON)
                .doesNotContain(WarningCode.NO_DRAWDOWN);
        assertThat(warning(WarningCode.ONE_EXIT_REASON).message()).isEqualTo("Every trade ended by STOP_LOSS.");
    }

    @Test
    void a_trade_that_gains_nothing_is_no_win_and_no_fall() {
        session(trade(100), trade(0), trade(100, ExitReason.AUTO_CLOSE, 5, 5L, null));

        assertThat(codes())
                .contains(WarningCode.NO_DRAWDOWN)
                .doesNotContain(WarningCode.ALL_WINS, WarningCode.ONE_EXIT_REASON);
    }

    @Test
    void a_run_that_also_loses_is_not_too_good() {
        session(trade(100), trade(-1));

        assertThat(codes()).doesNotContain(WarningCode.ALL_WINS, WarningCode.NO_DRAWDOWN);
    }

    @Test
    void one_trade_is_one_fact() {
        session(trade(100)).session().session();

        assertThat(codes())
                .contains(WarningCode.FEW_TRADES, WarningCode.FEW_SESSIONS, WarningCode.ALL_WINS)
                .doesNotContain(
                        WarningCode.PNL_FROM_ONE_SESSION,
                        WarningCode.PNL_FROM_ONE_TRADE,
                        WarningCode.ONE_EXIT_REASON,
                        WarningCode.NO_DRAWDOWN);
    }

    @Test
    void one_session_is_no_part_of_the_profit_but_all_of_it() {
        session(trade(60), trade(40));
        leftOut(Status.EXCLUDED);

        assertThat(codes())
                .contains(WarningCode.PNL_FROM_ONE_TRADE, WarningCode.ONE_EXIT_REASON)
                .doesNotContain(WarningCode.PNL_FROM_ONE_SESSION);
        session();
        assertThat(codes()).contains(WarningCode.PNL_FROM_ONE_SESSION);
    }

    @Test
    void a_session_and_a_trade_that_make_more_than_half_of_the_profit_are_named() {
        session(trade(200), trade(-100)).session(trade(51)).session(trade(49));

        assertThat(codes()).doesNotContain(WarningCode.PNL_FROM_ONE_SESSION);
        var trade = warning(WarningCode.PNL_FROM_ONE_TRADE);
        assertThat(trade.details())
                .containsEntry("trade", 1)
                .containsEntry("pnl", new BigDecimal("200.00"))
                .containsEntry("totalPnl", new BigDecimal("200.00"))
                .containsEntry("totalPnlWithout", new BigDecimal("0.00"));
        session(trade(1)).session(trade(300));
        assertThat(warning(WarningCode.PNL_FROM_ONE_SESSION).details())
                .containsEntry("session", FIRST.plusDays(4).toString());
    }

    @Test
    void so_are_those_that_make_more_than_half_of_a_loss() {
        session(trade(-300)).session(trade(100)).session(trade(-50));

        assertThat(warning(WarningCode.PNL_FROM_ONE_SESSION).details())
                .containsEntry("session", FIRST.toString())
                .containsEntry("totalPnlWithout", new BigDecimal("50.00"));
        assertThat(warning(WarningCode.PNL_FROM_ONE_TRADE).details()).containsEntry("trade", 1);
    }

    @Test
    void half_of_nothing_is_nothing() {
        session(trade(100, ExitReason.STOP_LOSS, 90, 5L, null)).session(trade(-100));

        assertThat(codes())
                .doesNotContain(
                        WarningCode.PNL_FROM_ONE_SESSION,
                        WarningCode.PNL_FROM_ONE_TRADE,
                        WarningCode.PNL_ON_OLD_QUOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_LOSS, 61, 5, , true",
        "STOP_LOSS, 60, 60, , false",
        "STOP_LOSS, 5, 61, , true",
        "SETTLEMENT, 5, , 61, true",
        "SETTLEMENT, 5, , 60, false",
        "SETTLEMENT, 5, 90, 30, false"
    })
    void a_profit_on_quotes_older_than_60_s_is_named_at_entry_exit_and_settlement(
            ExitReason reason, long entryAge, @Nullable Long exitAge, @Nullable Long quoteAge, boolean isWarned) {
        session(trade(40), trade(60, reason, entryAge, exitAge, quoteAge));

        assertThat(codes().contains(WarningCode.PNL_ON_OLD_QUOTES)).isEqualTo(isWarned);
        if (isWarned) {
            var warning = warning(WarningCode.PNL_ON_OLD_QUOTES);
            assertThat(warning.count()).isEqualTo(1);
            assertThat(warning.details())
                    .containsEntry("trades", List.of(1))
                    .containsEntry("pnl", new BigDecimal("60.00"))
                    .containsEntry("totalPnlWithout", new BigDecimal("40.00"))
                    .containsEntry("oldestSeconds", 61L);
        }
    }

    @Test
    void old_quotes_that_make_half_of_the_profit_or_less_are_not_named() {
        session(trade(50), trade(50, ExitReason.STOP_LOSS, 90, 5L, null));

        assertThat(codes()).doesNotContain(WarningCode.PNL_ON_OLD_QUOTES);
    }

    @ParameterizedTest
    @CsvSource({"300, false", "301, true"})
    void a_settlement_on_quotes_older_than_five_minutes_is_named(long quoteAge, boolean isWarned) {
        session(trade(40), trade(60, ExitReason.SETTLEMENT, 5, null, quoteAge));

        assertThat(codes().contains(WarningCode.SETTLEMENT_PRICE_OLD)).isEqualTo(isWarned);
    }

    @Test
    void a_settlement_price_that_is_five_hours_old_is_named_with_the_profit_without_it() {
        session(trade(20), trade(270, ExitReason.SETTLEMENT, 5, null, 18_000L));

        assertThat(warning(WarningCode.SETTLEMENT_PRICE_OLD).details())
                .containsEntry("totalPnl", new BigDecimal("290.00"))
                .containsEntry("totalPnlWithout", new BigDecimal("20.00"))
                .containsEntry("oldestSeconds", 18_000L);
        assertThat(codes()).contains(WarningCode.PNL_ON_OLD_QUOTES);
    }

    @Test
    void what_the_recording_is_and_lacks_comes_first_in_the_order_of_the_codes() {
        var recording = new FakeRecording(
                true,
                List.of(
                        new Shortcoming("ROWS_WITHOUT_DATE", 7, "rows", Map.of()),
                        new Shortcoming("TABLE_MISSING", 1, "one", Map.of()),
                        new Shortcoming("TABLE_MISSING", 1, "two", Map.of())));
        session(trade(100));

        var findings = new Findings(recording);
        assertThat(findings.warnings(sessions, ledger()))
                .extracting(Warning::code)
                .isSorted()
                .startsWith(
                        WarningCode.SYNTHETIC_DATA,
                        WarningCode.TABLE_MISSING,
                        WarningCode.TABLE_MISSING,
                        WarningCode.ROWS_WITHOUT_DATE);
        assertThat(findings.headline(sessions, ledger()).warnings())
                .containsEntry(WarningCode.TABLE_MISSING, 2L)
                .containsEntry(WarningCode.ROWS_WITHOUT_DATE, 7L)
                .containsEntry(WarningCode.FEW_TRADES, 1L);
    }
}
