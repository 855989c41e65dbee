package com.gammareplay.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, each as often as there were rounds. */
final class Figures {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** Takes over lines of {@code name=value}, each name with a group before it; other lines are left out. */
    void addLines(String group, List<String> lines) {
        for (var line : lines) {
            var parts = line.split("=", 2);
            if (parts.length == 2) {
                add(group + " " + parts[0], Double.parseDouble(parts[1]));
            }
        }
    }

    /** The least value: noise only ever adds. */
    double best(String name) {
        return sorted(name).getFirst();
    }

    double median(String name) {
        var sorted = sorted(name);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    double greatest(String name) {
        return sorted(name).getLast();
    }

    private List<Double> sorted(String name) {
        var found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " must be one of " + values.keySet());
        }
        return found.stream().sorted().toList();
    }
}
