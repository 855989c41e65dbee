package com.gammareplay.report.comparison;

import com.gammareplay.report.comparison.Comparison.UnpairedFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Notes the fields that only one side has: another version has written it. */
final class UnpairedNames {

    private final Set<String> left = new TreeSet<>();
    private final Set<String> right = new TreeSet<>();

    /** Notes those of a pair; gives all that are not to be compared. */
    Set<String> add(JsonNode one, JsonNode other) {
        var names = new HashSet<String>();
        add(one, other, left, names);
        add(other, one, right, names);
        return names;
    }

    private static void add(JsonNode from, JsonNode against, Set<String> noted, Set<String> names) {
        for (var name : from.propertyNames()) {
            if (!against.has(name)) {
                noted.add(name);
                names.add(name);
            }
        }
    }

    UnpairedFields names() {
        return new UnpairedFields(List.copyOf(left), List.copyOf(right));
    }
}
