package com.gammareplay.report.page;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.statistics.ResultNumber;
import com.gammareplay.statistics.Unit;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Names and values of a result as people read them. */
final class Shown {

    static final String NOTHING = "–";

    private static final int DECIMALS = 4;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final DateTimeFormatter WALL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Map<String, String> SPELLED = Map.of(
            "pnl", "P&L",
            "vix", "VIX",
            "cagr", "CAGR",
            "sharpe", "Sharpe",
            "sortino", "Sortino",
            "calmar", "Calmar",
            "sha256", "SHA-256");

    private static final Map<String, ResultNumber> NUMBERS =
            Arrays.stream(ResultNumber.values()).collect(Collectors.toMap(ResultNumber::label, Function.identity()));

    private Shown() {}

    /** A field's name in words: {@code totalPnl} is Total P&L. */
    static String words(String name) {
        var words = phrase(name);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A field's name in words within a sentence. */
    static String phrase(String name) {
        return HUMP.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> SPELLED.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** A value of a field: numbers of a result in their unit, others as in {@link #text}. */
    static String number(String name, JsonNode value) {
        if (name.equals("percent")) {
            return percent(value);
        }
        if (name.equals("cagr") && value.isNumber()) { // a fraction; the return beside it is a percentage
            return Unit.PERCENT.text(100 * value.asDouble());
        }
        var number = NUMBERS.get(name);
        return number == null || !value.isNumber() ? text(value) : number.unit().text(value.asDouble());
    }

    /** A value as it is, but for fractions with more than four decimals, and for instants, which are in New York. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NOTHING;
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? NOTHING
                    : value.valueStream().map(Shown::text).collect(Collectors.joining(", "));
        }
        if (value.isNumber()) {
            var exact = value.decimalValue();
            return (exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact)
                    .toPlainString();
        }
        var text = value.isObject() ? value.toString() : value.asString();
        return INSTANT.matcher(text).matches() ? WALL_TIME.format(newYork(text)) : text;
    }

    /** The time of a day in New York of an instant. */
    static String time(JsonNode instant) {
        return newYork(instant.asString()).toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private static ZonedDateTime newYork(String instant) {
        return Instant.parse(instant).atZone(NewYork.ZONE);
    }

    /** A percentage with two decimals. */
    static String percent(JsonNode percent) {
        return percent.isNumber() ? Unit.PERCENT.text(percent.asDouble()) : NOTHING;
    }

    /** The class of an amount, for its colour. */
    static String sign(JsonNode amount) {
        return switch (amount.isNumber() ? amount.decimalValue().signum() : 0) {
            case 1 -> "gain";
            case -1 -> "loss";
            default -> "";
        };
    }
}
