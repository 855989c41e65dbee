package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.QueryValues;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.model.Index;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which decisions are asked for.
 *
 * @param wanted values by field; a decision must have all of them
 * @param count the field by whose values decisions are counted; null if they are listed
 */
record DecisionFilter(Map<String, String> wanted, @Nullable String count) implements Predicate<String> {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> FIELDS = List.of("outcome", "reason", "session", "index");
    private static final List<String> OUTCOMES = List.of("ENTERED", "SKIPPED");

    static DecisionFilter of(HttpServletRequest request) {
        var query = new QueryValues(request);
        var reasons = Arrays.stream(SkipReason.values()).map(SkipReason::name).toList();
        var indices = Arrays.stream(Index.values()).map(Index::name).toList();
        var wanted = new LinkedHashMap<String, String>();
        put(wanted, "outcome", query.oneOf("outcome", OUTCOMES));
        put(wanted, "reason", query.oneOf("reason", reasons));
        put(wanted, "session", query.date("session"));
        put(wanted, "index", query.oneOf("index", indices));
        put(wanted, "checkTime", query.time("checkTime"));
        var count = query.oneOf("count", FIELDS);
        query.requireNoProblem();
        return new DecisionFilter(wanted, count);
    }

    private static void put(Map<String, String> wanted, String field, @Nullable String value) {
        if (value != null) {
            wanted.put(field, value);
        }
    }

    @Override
    public boolean test(String line) {
        return wanted.isEmpty() || test(MAPPER.readTree(line));
    }

    boolean test(JsonNode decision) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().equals(decision.path(entry.getKey()).asString("")));
    }

    static JsonNode parse(String line) {
        return MAPPER.readTree(line);
    }
}
