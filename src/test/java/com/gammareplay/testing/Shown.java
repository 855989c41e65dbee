package com.gammareplay.testing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as a user is shown them, and nothing else. */
final class Shown {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode values;

    Shown(JsonNode values) {
        this.values = values;
    }

    static Shown of(Map<String, @Nullable Object> values) {
        return new Shown(JSON.readTree(JSON.writeValueAsString(values)));
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    boolean has(String name) {
        return values.has(name);
    }

    /** True for null and false for a value; a name that is not there is a mistake. */
    boolean isNull(String name) {
        return value(name).isNull();
    }

    /** A number; NaN for null, so that it meets no limit. */
    double number(String name) {
        return isNull(name) ? Double.NaN : value(name).decimalValue().doubleValue();
    }

    /** An amount in cents. */
    double cents(String name) {
        return isNull(name) ? Double.NaN : cents(value(name).decimalValue());
    }

    static double cents(BigDecimal dollars) {
        return dollars.movePointRight(2).doubleValue();
    }

    boolean flag(String name) {
        return value(name).booleanValue();
    }

    String text(String name) {
        return value(name).stringValue();
    }

    private JsonNode value(String name) {
        if (!values.has(name)) {
            throw new AssertionError(name + " must be shown, but there is only " + values);
        }
        return values.get(name);
    }

    /** Whether a condition written in the names of the values holds. */
    boolean holds(String rule) {
        return Arrays.stream(rule.split(" and ", -1)).allMatch(this::isMet);
    }

    private boolean isMet(String condition) {
        var words = condition.split(" ", -1);
        return switch (words.length) {
            case 1 -> flag(words[0]);
            case 2 -> words[0].equals("not") && !flag(words[1]);
            case 3 -> compare(number(words[0]), words[1], words[2].equals("0") ? 0 : number(words[2]));
            default -> throw new AssertionError("no condition: " + condition);
        };
    }

    private static boolean compare(double left, String how, double right) {
        return switch (how) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">=" -> left >= right;
            case "=" -> left == right;
            default -> throw new AssertionError("no comparison: " + how);
        };
    }
}
