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
import com.gammareplay.trading.TradedLeg;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A call spread five points wide, sold for 1.00, whose other properties tests choose. Times are those of its session. */
final class SomeTrade {

    private final int dollars;
    private Index index = Index.SPX;
    private Strategy strategy = Strategy.CALL;
    private Confidence confidence = Confidence.HIGH;
    private ExitReason reason = ExitReason.STOP_LOSS;
    private LocalDate session = LocalDate.of(2026, 1, 12);
    private LocalTime check = LocalTime.of(10, 0);
    private LocalTime entry = LocalTime.of(10, 0);
    private LocalTime exit = LocalTime.of(11, 0);
    private double vix = 14;
    private double pin = 6050;
    private int price = 6050;
    private int contracts = 1;
    private int entryFees;
    private List<Integer> ages = List.of(0, 0);

    private SomeTrade(int dollars) {
        this.dollars = dollars;
    }

    static SomeTrade of(int pnl) {
        return new SomeTrade(pnl);
    }

    SomeTrade of(Index some) {
        index = some;
        return this;
    }

    SomeTrade of(Strategy some) {
        strategy = some;
        return this;
    }

    SomeTrade of(Confidence some) {
        confidence = some;
        return this;
    }

    SomeTrade endedBy(ExitReason some) {
        reason = some;
        return this;
    }

    SomeTrade on(String date) {
        session = LocalDate.parse(date);
        return this;
    }

    SomeTrade checkedAt(String time) {
        check = LocalTime.parse(time);
        return this;
    }

    SomeTrade held(String from, String to) {
        entry = LocalTime.parse(from);
        exit = LocalTime.parse(to);
        return this;
    }

    SomeTrade vix(double some) {
        vix = some;
        return this;
    }

    SomeTrade pin(double some, int indexPrice) {
        pin = some;
        price = indexPrice;
        return this;
    }

    SomeTrade contracts(int some) {
        contracts = some;
        return this;
    }

    /** In cents; they do not change its P&L. */
    SomeTrade entryFees(int some) {
        entryFees = some;
        return this;
    }

    SomeTrade quoteAges(int callShort, int callLong) {
        ages = List.of(callShort, callLong);
        return this;
    }

    /** These, numbered in their order, which is also that of their exits, on a balance in dollars. */
    static Ledger ledger(long balance, SomeTrade... trades) {
        var list = new ArrayList<Trade>();
        Arrays.stream(trades).forEach(trade -> list.add(trade.trade(list.size() + 1)));
        return new Ledger(balance * 100, list, List.of(), List.of());
    }

    private Trade trade(int number) {
        var legs = List.of(new Leg(Right.CALL, price + 20, Side.SHORT), new Leg(Right.CALL, price + 25, Side.LONG));
        var plan = new TradePlan(strategy, Direction.BEARISH, confidence, legs, false);
        var traded = new ArrayList<TradedLeg>();
        for (var leg = 0; leg < legs.size(); leg++) {
            traded.add(new TradedLeg(legs.get(leg), new TradedLeg.Quote(100, 102, ages.get(leg)), null));
        }
        return new Trade(
                number,
                session,
                new Trade.Entry(new EntryCheck(index, check, 0), plan, pin, price * 100L, vix, instant(entry), 100),
                new Trade.Exit(reason, 100 - dollars / contracts, instant(exit), null, Map.of()),
                contracts,
                0,
                entryFees,
                new Trade.Path(0, false, false, 0, 0, 0),
                traded);
    }

    private long instant(LocalTime time) {
        return session.atTime(time).toEpochSecond(ZoneOffset.UTC);
    }
}
