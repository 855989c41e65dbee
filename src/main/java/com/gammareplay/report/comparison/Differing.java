package com.gammareplay.report.comparison;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value that is not the same on both sides. */
@Schema(name = "DifferingValue", description = "A value that is not the same on both sides.")
public record Differing(
        String name,

        @Schema(description = "Null also if there is none") @Nullable
        Object left,

        @Schema(description = "Null also if there is none") @Nullable
        Object right) {

    /** The fields of two objects that differ, also those that one of them lacks, in their order. */
    public static List<Differing> all(JsonNode left, JsonNode right) {
        return all(left, right, Set.of());
    }

    static List<Differing> all(JsonNode left, JsonNode right, Set<String> but) {
        var names = new LinkedHashSet<>(left.propertyNames());
        names.addAll(right.propertyNames());
        names.removeAll(but);
        var found = new ArrayList<Differing>();
        for (var name : names) {
            var one = left.path(name);
            var other = right.path(name);
            if (!one.equals(other)) {
                found.add(new Differing(name, value(one), value(other)));
            }
        }
        return found;
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }
}
