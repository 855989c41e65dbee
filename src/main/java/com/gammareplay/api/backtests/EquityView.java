package com.gammareplay.api.backtests;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.review.EquityCurve;
import com.gammareplay.replay.review.EquityPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An account over the ticks of a backtest as clients see it. */
@Schema(name = "Equity", description = "The account over the ticks of a backtest, thinned.")
record EquityView(
        @Schema(description = "Ticks of all traded sessions")
        long ticks,

        @Schema(
                description = "Some of them in order of time: the first, the last, and of each of some stretches of "
                        + "equally many ticks those with the lowest and the highest markToMarket")
        List<PointView> points) {

    /** The account after a tick. */
    @Schema(name = "EquityPoint")
    record PointView(
            Instant time,

            @Schema(description = "Of closed trades, in dollars")
            BigDecimal balance,

            @Schema(
                    description = "The balance and the open positions at their last mids, after the fees of their "
                            + "entries, in dollars")
            BigDecimal markToMarket) {

        private static PointView of(EquityPoint point) {
            return new PointView(
                    Instant.ofEpochSecond(point.instant()),
                    Cents.toDecimal(point.balance()),
                    Cents.toDecimal(point.equity()));
        }
    }

    static EquityView of(EquityCurve curve) {
        return new EquityView(
                curve.ticks(), curve.points().stream().map(PointView::of).toList());
    }
}
