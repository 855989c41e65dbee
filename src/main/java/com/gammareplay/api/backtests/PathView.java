package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.model.Cents;
import com.gammareplay.replay.review.TradePath;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.PathPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade with its path as clients see it. */
@Schema(name = "TradePath", description = "A trade with its path from entry to exit.")
record PathView(
        @Schema(description = "The trade, as /trades has it")
        RawJson trade,

        @Schema(description = "One a tick, from that of the entry to that of the exit")
        List<PointView> path) {

    /** A trade at a tick. */
    @Schema(
            name = "PathPoint",
            description =
                    "A trade at a tick. Prices are dollars per share: what closing the position costs. mid, worst, "
                            + "best and p are null without usable quotes for all legs.")
    record PointView(
            Instant time,

            @Schema(description = "Shorts bought and longs sold at mid", nullable = true) @Nullable
            BigDecimal mid,

            @Schema(description = "Shorts bought at the ask, longs sold at the bid", nullable = true) @Nullable
            BigDecimal worst,

            @Schema(description = "Shorts bought at the bid, longs sold at the ask", nullable = true) @Nullable
            BigDecimal best,

            @Schema(description = "Profit at mid as a fraction of the credit", nullable = true) @Nullable
            Double p,

            @Schema(description = "The index that the quotes imply; null if they imply none", nullable = true) @Nullable
            BigDecimal index,

            @Schema(
                    description = "The mid at or below which profit is taken; null while held to settlement",
                    nullable = true)
            @Nullable
            BigDecimal target,

            @Schema(
                    description = "The mid at or above which the trailing stop closes; null until it is armed",
                    nullable = true)
            @Nullable
            BigDecimal trailingStop,

            @Schema(
                    description = "The mid (worst, if stopBasis says so) at or above which the stop closes; null until "
                            + "the position is old enough",
                    nullable = true)
            @Nullable
            BigDecimal stopLoss,

            @Schema(description = "The same of the emergency stop, if the quotes can be believed")
            BigDecimal emergencyStop,

            @Schema(description = "Whether the position is held to settlement")
            boolean hold) {

        private static PointView of(PathPoint point) {
            var quotes = point.quotes();
            var levels = point.levels();
            var index = point.index();
            return new PointView(
                    Instant.ofEpochSecond(point.instant()),
                    quotes == null ? null : Cents.toDecimal(quotes.mid()),
                    quotes == null ? null : Cents.toDecimal(quotes.worst()),
                    quotes == null ? null : Cents.toDecimal(quotes.best()),
                    quotes == null ? null : (Double) quotes.p(),
                    index == null ? null : Cents.toDecimal(index.longValue()),
                    dollars(levels.target()),
                    dollars(levels.trailingStop()),
                    dollars(levels.stopLoss()),
                    Cents.toDecimal(levels.emergencyStop()),
                    point.hold());
        }

        private static @Nullable BigDecimal dollars(@Nullable Double cents) {
            return cents == null ? null : Cents.toDecimal(cents.doubleValue());
        }
    }

    static PathView of(TradePath path, ReportWriter writer) {
        return new PathView(
                new RawJson(writer.trade(path.trade())),
                path.points().stream().map(PointView::of).toList());
    }
}
