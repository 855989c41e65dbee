package com.gammareplay.report.page;

import com.gammareplay.replay.review.EquityPoint;
import com.gammareplay.replay.review.Sketches;
import com.gammareplay.trading.PathPoint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A result of two sessions and two trades, written by hand. */
final class SomeResult {

    static final String REQUEST = """
            {"dataset": "some", "databaseZone": "UTC", "indices": ["SPX", "NDX"], "from": "2025-11-24", "to": "2025-11-28",
             "preset": "live", "parameters": {"minCredit": 1.50, "stopLoss": -0.15, "entryTimes": ["10:00", "10:30"]},
             "startingBalance": 25000.00, "requireCoverage": 0.0}
            """;

    private static final String RESULT = """
            {"summary": {"trades": 2, "winRate": 0.6666666666666666, "totalPnl": 120.50, "profitFactor": null,
                         "expectancy": 60.25, "startingBalance": 25000.00, "maxDrawdown": 100.00, "sharpe": -0.004},
             "reasons": {"profitFactor": "no losing trade"},
             "intervals": {"level": 0.95, "resamples": 10000, "seed": 7, "totalPnl": {"low": -10.25, "high": 250.75},
                           "expectancy": {"low": 1.00, "high": null}, "winRate": null,
                           "reasons": {"winRate": "fewer than two sessions"}},
             "drawdowns": {"realised": {"amount": 100.00, "from": "2025-11-24T14:30:00Z", "recovered": null, "sessions": 1,
                                        "reasons": {"recovered": "not recovered by the end"}},
                           "markToMarket": {"amount": 500.00, "from": "2025-11-24T15:30:00Z", "recovered": null, "sessions": 1,
                                            "reasons": {"recovered": "not recovered by the end"}}},
             "breakdowns": {"exitReason": [
                {"group": "SETTLEMENT", "trades": 1, "totalPnl": 220.50, "profitFactor": null, "reasons": {"profitFactor": "no losing trade"}},
                {"group": "STOP_LOSS", "trades": 1, "totalPnl": -100.00, "profitFactor": 0.0, "reasons": {}}]},
             "sessions": [
                {"session": "2025-11-24", "status": "TRADED", "trades": 2, "pnl": 120.50, "note": null, "coverage": []},
                {"session": "2025-11-25", "status": "TRADED", "trades": 0, "pnl": 0.00, "note": null, "coverage": []},
                {"session": "2025-11-26", "status": "EXCLUDED", "trades": 0, "pnl": 0.00, "note": "coverage 0.31", "coverage": []},
                {"session": "2025-11-28", "status": "EARLY_CLOSE", "trades": 0, "pnl": 0.00, "note": null, "coverage": []}],
             "trades": [
                {"number": 1, "index": "SPX", "session": "2025-11-24", "strategy": "IRON_CONDOR", "direction": "NEUTRAL",
                 "confidence": "HIGH", "checkTime": "10:00", "entryTime": "2025-11-24T15:00:00Z",
                 "exitTime": "2025-11-24T21:00:00Z", "credit": 5.40, "exitValue": 3.20, "contracts": 1, "fees": 0.00,
                 "pnl": 220.50, "pnlPercent": 40.74074074074074, "exitReason": "SETTLEMENT", "mae": -57.50, "mfe": 387.50,
                 "legs": [{"right": "CALL", "strike": 6745.0, "side": "SHORT"}, {"right": "CALL", "strike": 6755.0, "side": "LONG"},
                          {"right": "PUT", "strike": 6705.0, "side": "SHORT"}, {"right": "PUT", "strike": 6692.5, "side": "LONG"}],
                 "exitEvidence": {"rule": "remaining = 0"}},
                {"number": 2, "index": "NDX", "session": "2025-11-24", "strategy": "PUT", "direction": "BULLISH",
                 "confidence": "MEDIUM", "checkTime": "10:30", "entryTime": "2025-11-24T15:30:00Z",
                 "exitTime": "2025-11-24T16:00:30Z", "credit": 2.00, "exitValue": 3.00, "contracts": 1, "fees": 0.00,
                 "pnl": -100.00, "pnlPercent": -50.0, "exitReason": "STOP_LOSS", "mae": -100.00, "mfe": 0.00,
                 "legs": [{"right": "PUT", "strike": 24790.0, "side": "SHORT"}, {"right": "PUT", "strike": 24770.0, "side": "LONG"}]}],
             "warnings": [{"code": "FEW_TRADES", "count": 2, "message": "The numbers rest on few trades.", "details": {}}],
             "provenance": {"dataset": "some", "databaseZone": "UTC", "synthetic": false, "dataSha256": "ab12", "version": "0.1.0"}}
            """;

    static final Sketches SKETCHES = new Sketches(
            List.of(
                    new EquityPoint(at("2025-11-24T14:30:00Z"), 2_500_000, 2_500_000),
                    new EquityPoint(at("2025-11-24T15:30:00Z"), 2_500_000, 2_530_000),
                    new EquityPoint(at("2025-11-24T16:00:30Z"), 2_490_000, 2_480_000),
                    new EquityPoint(at("2025-11-25T21:00:00Z"), 2_512_050, 2_512_050)),
            Map.of(
                    1,
                    List.of(
                            point("2025-11-24T15:00:00Z", 500.0, null),
                            point("2025-11-24T18:00:00Z", 200.0, 300.0),
                            point("2025-11-24T21:00:00Z", 320.0, 300.0)),
                    2,
                    List.of(point("2025-11-24T15:30:00Z", 190.0, null), point("2025-11-24T16:00:30Z", 290.0, null))),
            null);

    private SomeResult() {}

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static PathPoint point(String instant, double mid, @Nullable Double trailingStop) {
        return new PathPoint(
                at(instant),
                new PathPoint.Quotes(mid, mid + 10, mid - 10, 0.1),
                null,
                new PathPoint.Levels(100.0, trailingStop, 600.0, 700),
                false);
    }

    static ObjectNode json() {
        return (ObjectNode) ReportPage.JSON.readTree(RESULT);
    }

    /** The page of a job. */
    static String page(ObjectNode result, @Nullable String label, List<String> tags, Sketches sketches) {
        var bytes = result.toString().getBytes(StandardCharsets.UTF_8);
        return new ReportPage().of(REQUEST, new ByteArrayInputStream(bytes), label, tags, sketches);
    }

    static String page() {
        return page(json(), null, List.of(), SKETCHES);
    }
}
