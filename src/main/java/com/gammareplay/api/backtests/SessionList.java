package com.gammareplay.api.backtests;

import com.gammareplay.bot.SkipReason;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.ResultFields;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sessions of a backtest and the holidays between them, in order. */
@Schema(name = "Sessions")
record SessionList(
        @ArraySchema(schema = @Schema(implementation = SessionView.class))
        List<Object> items) {

    private static final ExchangeCalendar CALENDAR = new ExchangeCalendar();

    private static final JsonMapper MAPPER = JsonReport.exactMapper();
    private static final String SESSION = "session";

    /**
     * Reads the sessions of a stored result.
     *
     * @param request the effective one
     */
    static SessionList of(String request, InputStream result, InputStream decisions) throws IOException {
        var days = new TreeMap<LocalDate, Object>();
        var range = MAPPER.readTree(request);
        date(range, "from")
                .datesUntil(date(range, "to").plusDays(1))
                .filter(CALENDAR::isHoliday)
                .forEach(date -> days.put(
                        date, SessionView.holiday(date, CALENDAR.closedFor(date).orElseThrow())));
        var missing = missingChecks(decisions);
        for (var session : ResultFields.read(result, "sessions").get("sessions")) {
            var isTraded = session.path("status").asString().equals(SessionView.Status.TRADED.name());
            for (var index : session.path("coverage")) {
                var count = isTraded ? missing.getOrDefault(key(session, index), 0) : null;
                ((ObjectNode) index).put("missingChecks", count);
            }
            days.put(date(session, SESSION), session);
        }
        return new SessionList(List.copyOf(days.values()));
    }

    private static LocalDate date(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asString());
    }

    private static Map<String, Integer> missingChecks(InputStream decisions) throws IOException {
        var missing = new HashMap<String, Integer>();
        var reader = new BufferedReader(new InputStreamReader(decisions, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var decision = DecisionFilter.parse(line);
            if (decision.path("reason").asString("").equals(SkipReason.NO_GEX_SNAPSHOT.name())) {
                missing.merge(key(decision, decision), 1, Integer::sum);
            }
        }
        return missing;
    }

    private static String key(JsonNode session, JsonNode index) {
        return session.path(SESSION).asString() + " " + index.path("index").asString();
    }
}
