package com.gammareplay.report.page;

import com.gammareplay.trading.PathPoint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trade in the table.
 *
 * @param strikes the shorts and the longs of calls and puts
 * @param rule that closed it, empty if an earlier version did not keep it
 * @param path null if it is not known
 */
record TradeRow(
        String number,
        String session,
        String checkTime,
        String index,
        String strategy,
        String confidence,
        String strikes,
        String entryTime,
        String exitTime,
        String credit,
        String exitValue,
        String contracts,
        String fees,
        String pnl,
        String pnlPercent,
        String sign,
        String exitReason,
        String rule,
        String mae,
        String mfe,
        @Nullable PathChart path) {

    static TradeRow of(JsonNode trade, @Nullable List<PathPoint> points) {
        return new TradeRow(
                text(trade, "number"),
                text(trade, "session"),
                text(trade, "checkTime"),
                text(trade, "index"),
                text(trade, "strategy"),
                text(trade, "confidence"),
                strikes(trade.path("legs")),
                Shown.time(trade.path("entryTime")),
                Shown.time(trade.path("exitTime")),
                text(trade, "credit"),
                text(trade, "exitValue"),
                text(trade, "contracts"),
                text(trade, "fees"),
                text(trade, "pnl"),
                Shown.percent(trade.path("pnlPercent")),
                Shown.sign(trade.path("pnl")),
                text(trade, "exitReason"),
                trade.path("exitEvidence").path("rule").asString(""),
                text(trade, "mae"),
                text(trade, "mfe"),
                PathChart.of(trade, points));
    }

    private static String text(JsonNode trade, String field) {
        return Shown.text(trade.path(field));
    }

    private static String strikes(JsonNode legs) {
        return Stream.of("CALL", "PUT")
                .map(right -> Stream.of("SHORT", "LONG")
                        .flatMap(side -> legs.valueStream()
                                .filter(leg -> leg.path("right").asString().equals(right)
                                        && leg.path("side").asString().equals(side)))
                        .map(leg -> leg.path("strike")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString())
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("/"),
                                strikes -> strikes.isEmpty() ? "" : right.charAt(0) + " " + strikes)))
                .filter(strikes -> !strikes.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
