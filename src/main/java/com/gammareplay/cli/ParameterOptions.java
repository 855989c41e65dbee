package com.gammareplay.cli;

import com.gammareplay.parameters.Parameter;
import com.gammareplay.parameters.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code name=value} parameters, whose value is JSON or a bare word; names in any letter case. */
final class ParameterOptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ParameterOptions() {}

    /** @throws IllegalArgumentException if one has another form, or a name occurs twice */
    static Map<String, @Nullable Object> read(List<String> given) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var text : given) {
            var parts = text.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("--param " + text + ": write it as NAME=VALUE");
            }
            var name = Values.known(parts[0], Parameters.names().stream());
            if (values.containsKey(name)) {
                throw new IllegalArgumentException("--param " + Values.shown(name) + ": is given twice");
            }
            values.put(name, meant(name, value(parts[1])));
        }
        return values;
    }

    private static @Nullable Object value(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException | NumberFormatException e) {
            return text;
        }
    }

    /** Choices, true and false are names too, and a list may be words between commas. */
    private static @Nullable Object meant(String name, @Nullable Object value) {
        var parameter = Parameters.find(name);
        if (!(value instanceof String word) || parameter.isEmpty()) {
            return value;
        }
        return switch (parameter.get().type().name()) {
            case "boolean" ->
                Stream.of(true, false)
                        .filter(flag -> flag.toString().equalsIgnoreCase(word))
                        .map(Object.class::cast)
                        .findFirst()
                        .orElse(word);
            case "array" ->
                Arrays.stream(word.split(",", -1)).map(String::strip).toList();
            default -> {
                var capitals = word.toUpperCase(Locale.ROOT);
                yield isTaken(parameter.get(), capitals) ? capitals : word;
            }
        };
    }

    private static boolean isTaken(Parameter<?> parameter, String word) {
        try {
            parameter.type().read(word);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
