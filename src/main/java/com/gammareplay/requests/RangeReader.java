package com.gammareplay.requests;

import com.gammareplay.parameters.ExactNumbers;
import com.gammareplay.parameters.NearestName;
import com.gammareplay.parameters.Parameter;
import com.gammareplay.replay.sweep.Axis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a range of numbers: least, greatest and the step between them. */
final class RangeReader {

    private static final List<String> FIELDS = List.of("min", "max", "step");

    /** Of numbers that are not whole. */
    private static final BigDecimal FINEST_STEP = new BigDecimal("0.000001");

    private final Problems problems;
    private final String pointer;
    private final Parameter<?> parameter;

    RangeReader(Problems problems, String pointer, Parameter<?> parameter) {
        this.problems = problems;
        this.pointer = pointer;
        this.parameter = parameter;
    }

    /** The numbers of a range; without a step whole numbers are 1 apart, others a millionth. */
    Optional<Axis> read(Map<?, ?> range) {
        requireKnownFields(range);
        var type = parameter.type().name();
        var isWhole = type.startsWith("integer");
        if (!isWhole && !type.startsWith("number")) {
            problems.add(pointer, "must be a list of values: " + parameter.name() + " is no number");
            return Optional.empty();
        }
        var min = bound("min", range.get("min"));
        var max = bound("max", range.get("max"));
        var step = step(range.get("step"), isWhole);
        if (min == null || max == null || step == null) {
            return Optional.empty();
        }
        if (min.compareTo(max) > 0) {
            problems.add(pointer + "/max", "must not be less than min");
            return Optional.empty();
        }
        return Optional.of(Axis.Steps.of(parameter, min, max, step));
    }

    private void requireKnownFields(Map<?, ?> range) {
        for (var name : range.keySet()) {
            var text = String.valueOf(name);
            if (!FIELDS.contains(text) && !problems.isFull()) {
                problems.add(pointer + "/" + Problems.escaped(text), "unknown field" + NearestName.hint(text, FIELDS));
            }
        }
    }

    private @Nullable BigDecimal bound(String name, @Nullable Object plain) {
        try {
            if (parameter.type().read(plain) instanceof Number number) {
                return BigDecimal.valueOf(number.doubleValue());
            }
            problems.add(pointer + "/" + name, "must be given, a number");
        } catch (IllegalArgumentException e) {
            problems.add(pointer + "/" + name, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private @Nullable BigDecimal step(@Nullable Object plain, boolean isWhole) {
        var least = isWhole ? BigDecimal.ONE : FINEST_STEP;
        if (plain == null) {
            return least;
        }
        var step = ExactNumbers.of(plain)
                .filter(number -> number.compareTo(least) >= 0 && (!isWhole || ExactNumbers.decimals(number) == 0))
                .orElse(null);
        if (step == null) {
            problems.add(
                    pointer + "/step",
                    "must be a " + (isWhole ? "whole " : "") + "number of at least " + least.toPlainString());
        } else if (!ExactNumbers.fitsDouble(step)) {
            problems.add(pointer + "/step", "must be a number that 64 bits can hold as it is written");
            return null;
        }
        return step == null ? null : BigDecimal.valueOf(step.doubleValue());
    }
}
