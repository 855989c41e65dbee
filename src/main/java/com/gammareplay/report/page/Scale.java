package com.gammareplay.report.page;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis of whole dollars that is divided evenly.
 *
 * @param low in dollars
 * @param step in dollars
 */
record Scale(long low, long step, int steps) {

    private static final int MOST_STEPS = 5;

    /** The finest that has few enough steps of 1, 2 or 5 times a power of ten for some amounts in dollars. */
    static Scale of(double least, double most) {
        var step = 1L;
        for (var i = 0; steps(least, most, step) > MOST_STEPS; i++) {
            step = step * (i % 3 == 1 ? 5 : 4) / 2;
        }
        return new Scale(floor(least, step) * step, step, Math.max(1, steps(least, most, step)));
    }

    private static int steps(double least, double most, long step) {
        return (int) Math.min(Integer.MAX_VALUE, -floor(-most, step) - floor(least, step));
    }

    private static long floor(double amount, long step) {
        return (long) Math.floor(amount / step);
    }

    /** How far an amount lies from the top of a picture of some height. */
    double y(double dollars, double height) {
        return height - (dollars - low) / (step * steps) * height;
    }

    /** From the top to the bottom. */
    List<Long> labels() {
        return LongStream.rangeClosed(0, steps)
                .mapToObj(number -> low + step * (steps - number))
                .toList();
    }
}
