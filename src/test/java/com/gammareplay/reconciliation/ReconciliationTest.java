package com.gammareplay.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.gammareplay.bot.Strategy;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.Backtest.Decision;
import com.gammareplay.reconciliation.Reconciliation.Outside;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 24);
    private static final long TEN = 1_763_996_400;
    private static final Strikes CONDOR = new Strikes(List.of(6680, 6690, 6740, 6750), Strategy.IRON_CONDOR);
    private static final Strikes OTHER_CONDOR = new Strikes(List.of(6675, 6685, 6745, 6755), Strategy.IRON_CONDOR);

    private static ComparedTrade trade(int number, long entry, Strikes strikes, String credit, String exitValue) {
        var pnl = ComparedTrade.cents(new BigDecimal(credit).subtract(new BigDecimal(exitValue)), 1);
        return trade(number, Index.SPX, DAY, entry, strikes, credit, 1, exitValue, pnl);
    }

    private static ComparedTrade trade(
            int number,
            Index index,
            LocalDate session,
            long entry,
            Strikes strikes,
            String credit,
            int contracts,
            @Nullable String exitValue,
            long pnl) {
        return new ComparedTrade(
                number,
                index,
                session,
                TEN + entry,
                strikes,
                new BigDecimal(credit),
                contracts,
                TEN + entry + 600,
                exitValue == null ? null : new BigDecimal(exitValue),
                "PROFIT_TARGET",
                pnl);
    }

    private static Backtest backtest(ComparedTrade... trades) {
        return backtest(List.of(), trades);
    }

    private static Backtest backtest(List<Decision> decisions, ComparedTrade... trades) {
        return new Backtest(
                Set.of(Index.SPX), Map.of(DAY, "TRADED", DAY.plusDays(1), "NO_DATA"), List.of(trades), decisions);
    }

    private static TradeTable csv(ComparedTrade... trades) {
        return new TradeTable(List.of(trades), List.of());
    }

    private static Decision decision(long instant, @Nullable Integer trade) {
        return new Decision(DAY, Index.SPX, TEN + instant, trade, "{\"at\":" + instant + "}");
    }

    private static List<String> matched(Reconciliation reconciliation) {
        return reconciliation.matched().stream()
                .map(pair -> pair.backtest().number() + "=" + pair.csv().number())
                .toList();
    }

    @Test
    void the_same_trades_agree() {
        var trades =
                new ComparedTrade[] {trade(1, 0, CONDOR, "5.40", "0.00"), trade(2, 1800, OTHER_CONDOR, "5.20", "2.85")};

        var same = Reconciliation.of(csv(trades), backtest(trades));

        assertThat(matched(same)).containsExactly("1=1", "2=2");
        assertThat(same.onlyInBacktest()).isEmpty();
        assertThat(same.onlyInCsv()).isEmpty();
        assertThat(same.verdict())
                .isEqualTo(new Verdict(
                        true,
                        true,
                        true,
                        new Verdict.Side(2, 77_500),
                        new Verdict.Side(2, 77_500),
                        new Differences(0, 0, 0, 0, 0, 0, null),
                        List.of()));
        assertThat(same.verdict().pnlPercent()).isZero();
    }

    @Test
    void differences_are_backtest_less_csv() {
        var pair = Reconciliation.of(
                        csv(trade(2, 3, CONDOR, "5.10", "2.00")), backtest(trade(1, 30, CONDOR, "5.40", "2.50")))
                .matched()
                .getFirst();

        assertThat(pair.entryTime()).isEqualTo(27);
        assertThat(pair.exitTime()).isEqualTo(27);
        assertThat(pair.credit()).isEqualTo("0.30");
        assertThat(pair.exitValue()).isEqualTo("0.50");
        assertThat(pair.pnl()).isEqualTo(-2000);
        assertThat(pair.sameStrikes()).isTrue();
        assertThat(pair.sameExitReason()).isTrue();
    }

    @Test
    void the_nearest_entry_is_taken_and_each_trade_once() {
        var backtest = backtest(trade(1, 0, CONDOR, "5", "0"), trade(2, 600, CONDOR, "5", "0"));

        var both = Reconciliation.of(
                csv(trade(2, 590, CONDOR, "5", "0"), trade(3, 580, CONDOR, "5", "0"), trade(4, 20, CONDOR, "5", "0")),
                backtest);

        assertThat(matched(both)).containsExactly("1=4", "2=2");
        assertThat(both.onlyInCsv()).extracting(one -> one.trade().number()).containsExactly(3);
    }

    @Test
    void of_equally_near_entries_the_first_of_each_side_is_taken() {
        var twice = csv(trade(2, 10, CONDOR, "5", "0"), trade(3, -10, CONDOR, "5", "0"));

        assertThat(matched(Reconciliation.of(twice, backtest(trade(1, 0, CONDOR, "5", "0")))))
                .containsExactly("1=2");
    }

    @Test
    void the_same_strikes_come_before_a_nearer_entry() {
        var two = csv(trade(2, 1, OTHER_CONDOR, "5", "0"), trade(3, 299, CONDOR, "5", "0"));

        assertThat(matched(Reconciliation.of(two, backtest(trade(1, 0, CONDOR, "5", "0")))))
                .containsExactly("1=3");
    }

    @ParameterizedTest
    @CsvSource({"900,true,1", "901,true,0", "-900,true,1", "300,false,1", "301,false,0"})
    void entries_may_lie_so_far_apart(long seconds, boolean isSame, int pairs) {
        var one = csv(trade(2, seconds, isSame ? CONDOR : OTHER_CONDOR, "5", "0"));

        assertThat(Reconciliation.of(one, backtest(trade(1, 0, CONDOR, "5", "0")))
                        .matched())
                .hasSize(pairs);
    }

    @ParameterizedTest
    @CsvSource({"CALL,1", "PUT,0", ",1"})
    void a_spread_of_the_other_side_is_not_the_same(@Nullable Strategy strategy, int pairs) {
        var call = new Strikes(List.of(6740, 6750), Strategy.CALL);
        var row = csv(trade(2, 0, new Strikes(List.of(6750, 6740), strategy), "1", "0"));

        assertThat(Reconciliation.of(row, backtest(trade(1, 0, call, "1", "0"))).matched())
                .hasSize(pairs);
        assertThat(Reconciliation.of(row, backtest(trade(1, 0, CONDOR, "1", "0")))
                        .matched())
                .isEmpty();
    }

    @Test
    void what_is_not_in_the_backtest_does_not_count_and_says_why() {
        var row = trade(2, 0, CONDOR, "5", "1");
        var ndx = trade(3, Index.NDX, DAY, 0, CONDOR, "5", 1, "0", 50_000);
        var holiday = trade(4, Index.SPX, DAY.plusDays(1), 86_400, CONDOR, "5", 1, "0", 50_000);
        var later = trade(5, Index.SPX, DAY.plusDays(2), 172_800, CONDOR, "5", 1, "0", 50_000);

        var found = Reconciliation.of(csv(row, ndx, holiday, later), backtest(trade(1, 0, CONDOR, "5", "1")));

        assertThat(found.outside())
                .containsExactly(
                        new Outside(ndx, "the backtest does not trade NDX"),
                        new Outside(holiday, "the backtest did not trade on 2025-11-25: NO_DATA"),
                        new Outside(later, "2025-11-26 is no session of the backtest"));
        assertThat(found.verdict().agrees()).isTrue();
        assertThat(found.verdict().csv()).isEqualTo(new Verdict.Side(1, 40_000));
        assertThat(found.verdict().reasons())
                .containsExactly(
                        "Trades that the backtest could not make, for their index or session is not in it: 3; they do"
                                + " not count.");
    }

    @Test
    void each_trade_without_a_partner_has_its_decision() {
        var decisions = List.of(decision(0, 1), decision(1800, null), decision(3600, null));
        var rows = csv(trade(2, 2700, CONDOR, "5", "0"), trade(3, 2701, CONDOR, "5", "0"));

        var found = Reconciliation.of(rows, backtest(decisions, trade(1, 0, CONDOR, "5", "0")));

        assertThat(found.onlyInBacktest().getFirst().decision()).isEqualTo(decisions.getFirst());
        assertThat(found.onlyInCsv().getFirst().decision()).isEqualTo(decisions.get(1));
        assertThat(found.onlyInCsv().getLast().decision()).isEqualTo(decisions.get(2));
    }

    @Test
    void there_may_be_no_decision() {
        var found = Reconciliation.of(csv(trade(2, 0, CONDOR, "5", "0")), backtest());

        assertThat(found.onlyInCsv().getFirst().decision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 10200, true",
        "10000, 10201, false",
        "10000, 9800, true",
        "10000, 9799, false",
        "-10000, -10200, true",
        "-10000, -9799, false",
        "-10000, 10000, false",
        "0, 0, true",
        "0, 1, false"
    })
    void pnl_may_differ_by_two_percent_of_the_csv(long csv, long backtest, boolean isWithin) {
        var found = Reconciliation.of(csv(ofPnl(2, csv)), backtest(ofPnl(1, backtest)));

        assertThat(found.verdict().pnlWithin2Percent()).isEqualTo(isWithin);
        assertThat(found.verdict().agrees()).isEqualTo(isWithin);
        assertThat(found.verdict().pnlPercent() == null).isEqualTo(csv == 0 && backtest != 0);
        assertThat(found.verdict().reasons()).hasSize(isWithin ? 0 : 1);
    }

    private static ComparedTrade ofPnl(int number, long pnl) {
        return trade(number, Index.SPX, DAY, 0, CONDOR, "5.00", 1, null, pnl);
    }

    @ParameterizedTest
    @CsvSource({"20,21,true", "20,19,true", "20,22,false", "20,18,false", "1,1,true", "1,0,false"})
    void the_number_of_trades_may_differ_by_five_percent_of_the_csv(int csv, int backtest, boolean isWithin) {
        var found = Reconciliation.of(csv(even(csv)), backtest(even(backtest)));

        assertThat(found.verdict().tradeCountWithin5Percent()).isEqualTo(isWithin);
        assertThat(found.verdict().agrees()).isEqualTo(isWithin);
    }

    private static ComparedTrade[] even(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> trade(number, number * 1800L, CONDOR, "5", "5"))
                .toArray(ComparedTrade[]::new);
    }

    @Test
    void what_cannot_be_compared_does_not_agree() {
        var nothing = Reconciliation.of(csv(), backtest()).verdict();
        var bad = Reconciliation.of(
                        new TradeTable(List.of(ofPnl(2, 100)), List.of(new BadRow(3, "wrong"))),
                        backtest(ofPnl(1, 100)))
                .verdict();

        assertThat(nothing.agrees()).isFalse();
        assertThat(nothing.pnlWithin2Percent()).isNull();
        assertThat(nothing.tradeCountWithin5Percent()).isNull();
        assertThat(nothing.reasons()).containsExactly("No trade of the CSV can be held against the backtest.");
        assertThat(bad.pnlWithin2Percent()).isTrue();
        assertThat(bad.agrees()).isFalse();
        assertThat(bad.reasons())
                .containsExactly("Rows that cannot be read: 1; they do not count, so the comparison is not complete.");
    }

    @Test
    void the_reasons_say_what_a_difference_is_made_of() {
        var rows = csv(
                trade(2, 0, CONDOR, "5.00", "1.00"),
                trade(3, 1800, CONDOR, "5.00", "2.00"),
                trade(4, 7200, CONDOR, "3.00", "1.00"));
        var backtest = backtest(
                trade(1, 0, CONDOR, "5.20", "1.00"),
                trade(2, 1800, CONDOR, "5.00", "0.50"),
                trade(3, 3600, CONDOR, "4.00", "0.00"),
                trade(4, 5400, CONDOR, "1.00", "4.00"));

        var verdict = Reconciliation.of(rows, backtest).verdict();

        assertThat(verdict.differences())
                .isEqualTo(
                        new Differences(10_000, -20_000, 2000, 0, 15_000, 0, new Differences.Single(3, null, 40_000)));
        assertThat(verdict.reasons())
                .containsExactly(
                        "P&L differs by 70.00 (7.78 %), more than 2 %: backtest 970.00, CSV 900.00. It comes of trades"
                                + " only in the CSV -200.00, exits 150.00, trades only in the backtest 100.00, credits"
                                + " 20.00; the largest single one is trade 3, 400.00.",
                        "The number of trades differs by 1 (33.33 %), more than 5 %: backtest 4, CSV 3.",
                        "Without a partner: 2 of the backtest, 1 of the CSV; the decision beside each says why.");
    }

    @Test
    void contracts_and_fees_have_parts_of_their_own() {
        var csv = trade(2, Index.SPX, DAY, 0, CONDOR, "5.00", 2, "1.00", 79_000L);
        var backtest = trade(1, Index.SPX, DAY, 0, CONDOR, "5.10", 3, "1.50", 107_400L);

        var parts = Reconciliation.of(csv(csv), backtest(backtest)).verdict().differences();

        assertThat(parts)
                .isEqualTo(new Differences(0, 0, 2000, 36_000, -10_000, 400, new Differences.Single(1, 2, 28_400)));
    }

    @Test
    void without_an_exit_value_exits_and_fees_are_one_part() {
        var csv = trade(2, Index.SPX, DAY, 0, CONDOR, "5.0025", 1, null, 39_000L);
        var backtest = trade(1, Index.SPX, DAY, 0, CONDOR, "5.00", 1, "1.00", 39_500L);

        var parts = Reconciliation.of(csv(csv), backtest(backtest)).verdict().differences();

        assertThat(parts.credits()).isEqualTo(-25);
        assertThat(parts.exits()).isEqualTo(525);
        assertThat(parts.fees()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void parts_add_up_and_nothing_is_dropped_or_counted_twice(long seed) {
        var random = new Random(seed);
        var rows = trades(random, 200);
        var backtest = trades(random, 150);

        var found = Reconciliation.of(csv(rows), backtest(backtest));

        assertThat(found.matched().size() + found.onlyInCsv().size()).isEqualTo(200);
        assertThat(found.matched().size() + found.onlyInBacktest().size()).isEqualTo(150);
        assertThat(found.matched()).hasSizeGreaterThan(20);
        assertThat(found.matched()).extracting(pair -> pair.csv().number()).doesNotHaveDuplicates();
        assertThat(found.matched()).extracting(pair -> pair.backtest().number()).doesNotHaveDuplicates();
        var parts = found.verdict().differences();
        assertThat(parts.onlyInBacktest()
                        + parts.onlyInCsv()
                        + parts.credits()
                        + parts.contracts()
                        + parts.exits()
                        + parts.fees())
                .isEqualTo(pnl(backtest) - pnl(rows));
        var shuffled = new ArrayList<>(List.of(rows));
        Collections.shuffle(shuffled, random);
        assertThat(matched(Reconciliation.of(new TradeTable(shuffled, List.of()), backtest(backtest))))
                .isEqualTo(matched(found));
    }

    private static long pnl(ComparedTrade... trades) {
        return Arrays.stream(trades).mapToLong(ComparedTrade::pnl).sum();
    }

    private static ComparedTrade[] trades(Random random, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> trade(
                        number,
                        Index.SPX,
                        DAY,
                        random.nextInt(20_000),
                        random.nextBoolean() ? CONDOR : OTHER_CONDOR,
                        "5." + random.nextInt(10, 100),
                        random.nextInt(1, 4),
                        random.nextInt(5) == 0 ? null : "1." + random.nextInt(10, 100),
                        (long) random.nextInt(-50_000, 50_000)))
                .toArray(ComparedTrade[]::new);
    }

    /** A quadratic matching of so many would take minutes. */
    @Test
    void ten_thousand_rows_are_held_against_a_year() {
        var perDay = 25;
        var sessions = new HashMap<LocalDate, String>();
        var trades = new ArrayList<ComparedTrade>();
        for (var day = 0; day < 400; day++) {
            var date = DAY.plusDays(day);
            sessions.put(date, "TRADED");
            for (var number = 0; number < perDay; number++) {
                var entry = day * 86_400L + number * 900L;
                trades.add(trade(trades.size() + 1, Index.SPX, date, entry, CONDOR, "5", 1, "1", 40_000));
            }
        }
        var year = new Backtest(Set.of(Index.SPX), sessions, trades, List.of());

        var found =
                assertTimeout(Duration.ofSeconds(20), () -> Reconciliation.of(new TradeTable(trades, List.of()), year));

        assertThat(found.matched()).hasSize(10_000).allMatch(pair -> pair.entryTime() == 0);
    }
}
