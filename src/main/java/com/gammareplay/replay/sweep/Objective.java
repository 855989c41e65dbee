package com.gammareplay.replay.sweep;

import com.gammareplay.statistics.Figure;
import com.gammareplay.statistics.ResultNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes one combination better than another: a headline number, and whether the greatest or the least is best. */
public record Objective(ResultNumber number, boolean descending) {

    /** The greatest profit. */
    public static final Objective STANDARD = new Objective(ResultNumber.TOTAL_PNL, true);

    /** Every way to write one: a name for the least first, with - before it for the greatest first. */
    public static final List<String> NAMES = ResultNumber.HEADLINE_NAMES.stream()
            .flatMap(label -> Stream.of("-" + label, label))
            .toList();

    /** Reads one of the {@link #NAMES}. */
    public static Optional<Objective> find(String text) {
        var isDescending = text.startsWith("-");
        return ResultNumber.headline(isDescending ? text.substring(1) : text)
                .map(number -> new Objective(number, isDescending));
    }

    /** One of the {@link #NAMES}. */
    public String name() {
        return (descending ? "-" : "") + number.label();
    }

    /** Whether one is better than another by what users see of them; one with the number is better than one without. */
    boolean isBetter(Figure one, Figure other) {
        var left = number.shown(one);
        var right = number.shown(other);
        if (left == null || right == null) {
            return left != null;
        }
        return descending ? left.doubleValue() > right.doubleValue() : left.doubleValue() < right.doubleValue();
    }
}
