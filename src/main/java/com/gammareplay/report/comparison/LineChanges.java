package com.gammareplay.report.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * How decisions or trades that were kept differ from those of now.
 *
 * @param first null if there is none; lines are counted from 0
 * @param areSame whether each has the values that were kept: a later version may write more
 */
public record LineChanges(@Nullable Change first, boolean areSame) {

    /** Those of two documents with a line of JSON each. */
    public static LineChanges of(InputStream kept, InputStream now) throws IOException {
        var left = reader(kept);
        var right = reader(now);
        Change first = null;
        var areSame = true;
        var number = 0;
        while (true) {
            var one = left.readLine();
            var other = right.readLine();
            if (one == null && other == null) {
                return new LineChanges(first, areSame);
            }
            if (!Objects.equals(one, other)) {
                var before = tree(one);
                var after = tree(other);
                first = first == null ? Change.of("/" + number, before, after) : first;
                areSame = areSame && hasAll(before, after);
            }
            number++;
        }
    }

    private static BufferedReader reader(InputStream lines) {
        return new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    }

    private static JsonNode tree(@Nullable String line) {
        return line == null ? MissingNode.getInstance() : Change.MAPPER.readTree(line);
    }

    private static boolean hasAll(JsonNode before, JsonNode after) {
        return before.isObject()
                && before.propertyStream().allMatch(field -> field.getValue().equals(after.path(field.getKey())));
    }
}
