package com.gammareplay.report;

import com.gammareplay.bot.Strategy;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.Backtest;
import com.gammareplay.reconciliation.ComparedTrade;
import com.gammareplay.reconciliation.Strikes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was kept of a backtest, so that trades can be held against it. */
public final class KeptBacktest {

    private static final JsonMapper JSON = JsonReport.exactMapper();

    private KeptBacktest() {}

    /**
     * Reads a backtest.
     *
     * @param request its effective request
     * @param result its result, as it was written
     * @param decisions its decisions, a line each
     * @throws OldResultException if a field is missing, as an earlier version may have left it out
     */
    public static Backtest read(String request, InputStream result, InputStream decisions) throws IOException {
        try {
            var kept = JSON.readTree(result);
            var sessions = new HashMap<LocalDate, String>();
            kept.required("sessions").forEach(session -> sessions.put(date(session), text(session, "status")));
            return new Backtest(
                    JSON.readTree(request)
                            .required("indices")
                            .valueStream()
                            .map(index -> Index.valueOf(index.asString()))
                            .collect(Collectors.toSet()),
                    sessions,
                    kept.required("trades")
                            .valueStream()
                            .map(KeptBacktest::trade)
                            .toList(),
                    decisions(decisions));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new OldResultException(e);
        }
    }

    private static ComparedTrade trade(JsonNode trade) {
        var points = new ArrayList<Integer>();
        trade.required("legs").forEach(leg -> points.add(leg.required("strike").intValue()));
        return new ComparedTrade(
                trade.required("number").intValue(),
                index(trade),
                date(trade),
                instant(trade, "entryTime"),
                new Strikes(points, Strategy.valueOf(text(trade, "strategy"))),
                trade.required("credit").decimalValue(),
                trade.required("contracts").intValue(),
                instant(trade, "exitTime"),
                trade.required("exitValue").decimalValue(),
                text(trade, "exitReason"),
                trade.required("pnl").decimalValue().movePointRight(2).longValueExact());
    }

    private static List<Backtest.Decision> decisions(InputStream lines) throws IOException {
        var decisions = new ArrayList<Backtest.Decision>();
        var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var decision = JSON.readTree(line);
            decisions.add(new Backtest.Decision(
                    date(decision),
                    index(decision),
                    instant(decision, "instant"),
                    number(decision.required("tradeNumber")),
                    line));
        }
        return decisions;
    }

    private static @Nullable Integer number(JsonNode number) {
        return number.isNull() ? null : (Integer) number.intValue();
    }

    private static LocalDate date(JsonNode json) {
        return LocalDate.parse(text(json, "session"));
    }

    private static Index index(JsonNode json) {
        return Index.valueOf(text(json, "index"));
    }

    private static long instant(JsonNode json, String field) {
        return Instant.parse(text(json, field)).getEpochSecond();
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }
}
