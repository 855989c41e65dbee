package com.gammareplay.fake;

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
import com.gammareplay.trading.Trade;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Made-up trades, which differ in their numbers only. */
public final class FakeTrades {

    private static final TradePlan PLAN = new TradePlan(
            Strategy.CALL,
            Direction.BEARISH,
            Confidence.HIGH,
            List.of(new Leg(Right.CALL, 6070, Side.SHORT), new Leg(Right.CALL, 6075, Side.LONG)),
            false);

    private FakeTrades() {}

    public static Trade trade(int number) {
        var check = new EntryCheck(Index.SPX, LocalTime.of(10, 0), 0);
        return new Trade(
                number,
                LocalDate.of(2026, 1, 12),
                new Trade.Entry(check, PLAN, 6050, 606_000, 14, 0, 100_000),
                new Trade.Exit(ExitReason.STOP_LOSS, 99_850, 0, null, Map.of()),
                1,
                0,
                0,
                new Trade.Path(0, false, false, 0, 0, 0),
                List.of());
    }
}
