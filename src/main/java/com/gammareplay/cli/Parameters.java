package com.gammareplay.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code name=value} parameters, whose value is JSON or a bare word. */
final class Parameters {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Parameters() {}

    static Map<String, @Nullable Object> read(Map<String, String> given) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, text) -> values.put(name, value(text)));
        return values;
    }

    private static @Nullable Object value(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException | NumberFormatException e) {
            return text;
        }
    }
}
