package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.report.ResultFields;
import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.statistics.Trials;
import com.gammareplay.statistics.Unit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How sure the numbers of a backtest are, as clients see it. */
@Schema(
        name = "Confidence",
        description = "How sure the numbers of a backtest are, with what was tried on the same data as of now.")
record ConfidenceView(
        @Schema(description = "The 95 % intervals, as the result has them; null with a reason", nullable = true)
        @Nullable
        RawJson intervals,

        @Schema(description = "Combinations tried on these data so far, by all jobs")
        long tried,

        @Schema(description = "The Sharpe ratio of the result; null with a reason", nullable = true) @Nullable
        Number sharpe,

        @Schema(
                description = "The Sharpe ratio, of a year, that the best of so many has by chance; null with a reason",
                nullable = true)
        @Nullable
        Number sharpeByChance,

        @Schema(
                description = "Probability that it is better than the best of so many is by chance; null with a reason",
                nullable = true)
        @Nullable
        Number deflatedSharpe,

        @Schema(description = "Why one of them is null, by its name")
        Map<String, String> reasons) {

    private static final String INTERVALS = "intervals";
    private static final String SHARPE = "sharpe";

    /** The fields of a result that are asked for. */
    static final String[] FIELDS = {"summary", "reasons", INTERVALS, "sessions", "provenance"};

    static ConfidenceView of(ResultFields result, Trials onData) {
        var tried = onData.atLeast(1);
        var reasons = new TreeMap<String, String>();
        var intervals = result.get(INTERVALS);
        if (intervals.isMissingNode()) {
            reasons.put(INTERVALS, "an earlier version made the result; submit the backtest again");
        }
        var sharpe = result.get("summary").path(SHARPE);
        if (!sharpe.isNumber()) {
            reasons.put(SHARPE, result.get("reasons").path(SHARPE).asString("unknown"));
        }
        return new ConfidenceView(
                intervals.isMissingNode() ? null : new RawJson(intervals.toString()),
                tried.combinations(),
                sharpe.isNumber() ? sharpe.numberValue() : null,
                shown("sharpeByChance", tried.sharpeByChance(), reasons),
                shown("deflatedSharpe", tried.deflated(sessionSharpe(result)), reasons),
                reasons);
    }

    private static @Nullable Number shown(String name, Figure figure, Map<String, String> reasons) {
        return switch (figure) {
            case Figure.Value(var value) -> Unit.RATIO.shown(value);
            case Figure.Missing(var reason) -> {
                reasons.put(name, reason);
                yield null;
            }
        };
    }

    private static @Nullable SessionSharpe sessionSharpe(ResultFields result) {
        var traded = result.get("sessions")
                .valueStream()
                .filter(session -> session.path("status").asString("").equals(SessionView.Status.TRADED.name()))
                .mapToLong(session -> cents(session.path("pnl")))
                .toArray();
        return SessionSharpe.of(cents(result.get("summary").path("startingBalance")), traded);
    }

    private static long cents(JsonNode dollars) {
        return dollars.asDecimal(BigDecimal.ZERO).movePointRight(2).longValueExact();
    }
}
