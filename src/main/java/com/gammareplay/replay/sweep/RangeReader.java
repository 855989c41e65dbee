package com.gammareplay.replay.sweep;

import com.gammareplay.bot.NearestName;
import com.gammareplay.bot.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a range of numbers: least, greatest and the step between them. */
final class RangeReader {

    private static final List<String> FIELDS = List.of("min", "max", "step");
    private static final BigDecimal FINEST = new BigDecimal("0.000001");

    private final Complaints complaints;
    private final String pointer;
    private final Parameter<?> parameter;

    RangeReader(Complaints complaints, String pointer, Parameter<?> parameter) {
        this.complaints = complaints;
        this.pointer = pointer;
        this.parameter = parameter;
    }

    /** The numbers of a range; without a step whole numbers are 1 apart, others a millionth. */
    Optional<Axis> read(Map<?, ?> range) {
        requireKnownFields(range);
        if (!isNumber()) {
            complaints.add(pointer, "must be a list of values: " + parameter.name() + " is no number");
            return Optional.empty();
        }
        var min = bound("min", range.get("min"));
        var max = bound("max", range.get("max"));
        var step = step(range.get("step"));
        if (min == null || max == null || step == null) {
            return Optional.empty();
        }
        if (min.compareTo(max) > 0) {
            complaints.add(pointer + "/max", "must not be less than min");
            return Optional.empty();
        }
        return Optional.of(Axis.Steps.of(parameter, min, max, step));
    }

    private void requireKnownFields(Map<?, ?> range) {
        for (var name : range.keySet()) {
            var text = String.valueOf(name);
            if (!FIELDS.contains(text) && !complaints.isFull()) {
                complaints.add(
                        pointer + "/" + Complaints.escaped(text), "unknown field" + NearestName.hint(text, FIELDS));
            }
        }
    }

    private boolean isNumber() {
        return isWhole() || parameter.type().name().startsWith("number");
    }

    private boolean isWhole() {
        return parameter.type().name().startsWith("integer");
    }

    private @Nullable BigDecimal bound(String name, @Nullable Object plain) {
        try {
            if (parameter.type().read(plain) instanceof Number number) {
                return BigDecimal.valueOf(number.doubleValue());
            }
            complaints.add(pointer + "/" + name, "must be given, a number");
        } catch (IllegalArgumentException e) {
            complaints.add(pointer + "/" + name, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private @Nullable BigDecimal step(@Nullable Object plain) {
        var least = isWhole() ? BigDecimal.ONE : FINEST;
        if (plain == null) {
            return least;
        }
        if (plain instanceof Number number && Double.isFinite(number.doubleValue())) {
            var step = BigDecimal.valueOf(number.doubleValue());
            var isFit = !isWhole() || number.doubleValue() == Math.rint(number.doubleValue());
            if (isFit && step.compareTo(least) >= 0) {
                return step;
            }
        }
        complaints.add(
                pointer + "/step",
                "must be a " + (isWhole() ? "whole " : "") + "number of at least " + least.toPlainString());
        return null;
    }
}
