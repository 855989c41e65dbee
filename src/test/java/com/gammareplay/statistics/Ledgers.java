package com.gammareplay.statistics;

import com.gammareplay.bot.Confidence;
import com.gammareplay.bot.Direction;
import com.gammareplay.bot.EntryCheck;
import com.gammareplay.bot.ExitReason;
import com.gammareplay.bot.Strategy;
import com.gammareplay.bot.TradePlan;
import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Side;
import com.gammareplay.trading.Ledger;
import com.gammareplay.trading.Trade;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small ledgers for hand-computed expectations: one trade a number, one list a session. */
final class Ledgers {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final TradePlan PLAN = new TradePlan(
            Strategy.CALL,
            Direction.BEARISH,
            Confidence.HIGH,
            List.of(new Leg(Right.CALL, 6070, Side.SHORT), new Leg(Right.CALL, 6075, Side.LONG)),
            false);

    private Ledgers() {}

    /** Sessions with the P&L in whole dollars of their trades, on a balance in dollars. */
    @SafeVarargs
    static Ledger of(long balance, List<Integer>... sessions) {
        var list = new ArrayList<List<Integer>>();
        for (var session : sessions) {
            list.add(session);
        }
        return of(balance, list);
    }

    static Ledger of(long balance, Iterable<List<Integer>> sessions) {
        var trades = new ArrayList<Trade>();
        var days = new ArrayList<Ledger.Day>();
        var now = balance * 100;
        for (var session : sessions) {
            var date = FIRST.plusDays(days.size());
            session.forEach(dollars -> trades.add(trade(trades.size() + 1, date, dollars * 100)));
            var pnl = session.stream().mapToLong(dollars -> dollars * 100L).sum();
            days.add(new Ledger.Day(date, now, pnl, session.size()));
            now += pnl;
        }
        return new Ledger(balance * 100, trades, List.of(), days);
    }

    /** One session with the P&L in cents of its trades. */
    static Ledger ofCents(long balance, List<Integer> session) {
        var trades = new ArrayList<Trade>();
        session.forEach(cents -> trades.add(trade(trades.size() + 1, FIRST, cents)));
        var pnl = session.stream().mapToLong(cents -> cents).sum();
        return new Ledger(
                balance * 100, trades, List.of(), List.of(new Ledger.Day(FIRST, balance * 100, pnl, session.size())));
    }

    /** A trade whose P&L is in whole dollars but for its fees. */
    private static Trade trade(int number, LocalDate date, int cents) {
        var dollars = Math.ceilDiv(cents, 100);
        var check = new EntryCheck(Index.SPX, LocalTime.of(10, 0), 0);
        return new Trade(
                number,
                date,
                new Trade.Entry(check, PLAN, 6050, 606_000, 14, 0, 100_000),
                new Trade.Exit(ExitReason.STOP_LOSS, 100_000 - dollars, 0, null, Map.of()),
                1,
                100L * dollars - cents,
                0,
                new Trade.Path(0, false, false, 0, 0, 0),
                List.of());
    }
}
