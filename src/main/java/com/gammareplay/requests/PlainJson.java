package com.gammareplay.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes of JSON the plain values that parameters are read from: numbers, texts, booleans, lists, maps, null. */
final class PlainJson {

    private final Problems problems;

    PlainJson(Problems problems) {
        this.problems = problems;
    }

    Map<String, @Nullable Object> map(JsonNode node, String pointer) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var property : node.properties()) {
            map.put(property.getKey(), value(property.getValue(), pointer + "/" + Problems.escaped(property.getKey())));
        }
        return map;
    }

    private @Nullable Object value(JsonNode node, String pointer) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node, pointer);
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                for (var element : node) {
                    list.add(value(element, pointer + "/" + list.size()));
                }
                yield list;
            }
            case NUMBER -> {
                if (isFinite(node)) {
                    yield node.numberValue();
                }
                problems.add(pointer, "must be a finite number");
                yield null;
            }
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.stringValue();
            case NULL -> null;
            case BINARY, POJO, MISSING ->
                throw new IllegalArgumentException("must be a plain value, was " + node.getNodeType());
        };
    }

    static boolean isFinite(JsonNode number) {
        return Double.isFinite(number.decimalValue().doubleValue());
    }
}
