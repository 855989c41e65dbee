package com.gammareplay.testing;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares JSON documents cell by cell, so that a difference can be read. */
public final class JsonCompare {

    private static final double TOLERANCE = 1e-9;

    private JsonCompare() {}

    /**
     * Compares all that the expected document has, but for the ignored names; arrays must have equal length, numbers may
     * differ by 1e-9 of their size.
     */
    public static void equal(
            String path, JsonNode expected, JsonNode actual, Set<String> ignored, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            for (var name : expected.propertyNames()) {
                if (actual.has(name)) {
                    equal(path + "/" + name, expected.get(name), actual.get(name), ignored, differences);
                } else if (!ignored.contains(name)) {
                    differences.add(path + "/" + name + ": missing");
                }
            }
        } else if (expected.isArray() && actual.isArray()) {
            if (expected.size() != actual.size()) {
                differences.add(path + ": expected " + expected.size() + " elements, was " + actual.size());
            }
            for (var i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                equal(path + "/" + i, expected.get(i), actual.get(i), ignored, differences);
            }
        } else if (!isEqual(expected, actual)) {
            differences.add(path + ": expected " + expected + ", was " + actual);
        }
    }

    private static boolean isEqual(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            var one = expected.doubleValue();
            return Math.abs(one - actual.doubleValue()) <= TOLERANCE * Math.max(1, Math.abs(one));
        }
        return expected.equals(actual);
    }
}
