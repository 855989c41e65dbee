package com.gammareplay.report.comparison;

import com.gammareplay.report.comparison.BacktestComparison.Check;
import com.gammareplay.report.comparison.BacktestComparison.Found;
import com.gammareplay.report.comparison.Comparison.Decisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Counts the decisions that are the same, and finds those that are not. */
final class DecisionTally {

    private static final String VALUES = "values";

    private final Set<String> asked;
    private final UnpairedNames unpaired;
    private int same;
    private int otherOutcome;
    private int otherValues;
    private int onlyLeft;
    private int onlyRight;

    /**
     * A tally of nothing.
     *
     * @param asked values that are parameters of which the two backtests were asked to have different ones
     */
    DecisionTally(Set<String> asked, UnpairedNames unpaired) {
        this.asked = asked;
        this.unpaired = unpaired;
    }

    /** The difference at a check, if there is one. */
    Optional<Found> add(Check check) {
        var left = check.left();
        var right = check.right();
        if (left == null || right == null) {
            onlyLeft += left == null ? 0 : 1;
            onlyRight += right == null ? 0 : 1;
            return Optional.of(new Found(instant(check.any()), List.of()));
        }
        var fields = differing(left, right);
        if (fields.isEmpty()) {
            same++;
            return Optional.empty();
        }
        if (isSameOutcome(fields)) {
            otherValues++;
        } else {
            otherOutcome++;
        }
        var time = instant(left).isBefore(instant(right)) ? instant(left) : instant(right);
        return Optional.of(new Found(time, fields));
    }

    private static boolean isSameOutcome(List<String> fields) {
        return !fields.contains("outcome") && !fields.contains("reason");
    }

    /** Of another outcome other values are shown, so that only those can be compared that both show. */
    private List<String> differing(JsonNode left, JsonNode right) {
        var but = unpaired.add(left, right);
        but.addAll(Set.of(VALUES, "tradeNumber"));
        var names = new ArrayList<String>();
        Differing.all(left, right, but).forEach(field -> names.add(field.name()));
        var isSameOutcome = isSameOutcome(names);
        Differing.all(left.path(VALUES), right.path(VALUES), asked).stream()
                .filter(value -> isSameOutcome || (value.left() != null && value.right() != null))
                .forEach(value -> names.add(VALUES + "." + value.name()));
        return names;
    }

    private static Instant instant(JsonNode decision) {
        return Instant.parse(decision.path("instant").asString());
    }

    boolean isSame() {
        return otherOutcome + otherValues + onlyLeft + onlyRight == 0;
    }

    Decisions result() {
        return new Decisions(same, otherOutcome, otherValues, onlyLeft, onlyRight);
    }
}
