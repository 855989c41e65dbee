package com.gammareplay.replay.sweep;

import com.gammareplay.statistics.HeadlineNumber;
import com.gammareplay.statistics.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes one run better than another: a headline number, and whether the greatest or the least is best. */
public record Objective(HeadlineNumber number, boolean descending) {

    /** The greatest profit. */
    public static final Objective STANDARD = new Objective(HeadlineNumber.TOTAL_PNL, true);

    /** Every way to write one: a name for the least first, with - before it for the greatest first. */
    public static final List<String> NAMES = HeadlineNumber.labels().stream()
            .flatMap(label -> Stream.of("-" + label, label))
            .toList();

    /** Reads one of the {@link #NAMES}. */
    public static Optional<Objective> find(String text) {
        var isDescending = text.startsWith("-");
        return HeadlineNumber.find(isDescending ? text.substring(1) : text)
                .map(number -> new Objective(number, isDescending));
    }

    /** One of the {@link #NAMES}. */
    public String name() {
        return (descending ? "-" : "") + number.label();
    }

    /** Whether a run is better than another; one without the number is better than none. */
    boolean isBetter(Summary one, Summary other) {
        var left = number.of(one);
        var right = number.of(other);
        if (left == null || right == null) {
            return left != null;
        }
        return descending ? left > right : left < right;
    }
}
