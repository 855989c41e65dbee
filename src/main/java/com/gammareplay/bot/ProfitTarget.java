package com.gammareplay.bot;

import java.util.List;

/**
 * The profit at which a position is taken off, by its age: linear between points, constant before the first and after
 * the last (bot rules, section 8).
 *
 * @param points at least one, hours rising
 */
public record ProfitTarget(List<Point> points) {

    /**
     * The target at one age.
     *
     * @param hours since entry
     * @param fraction of the credit
     */
    public record Point(double hours, double fraction) {}

    public ProfitTarget {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("must have at least one point");
        }
        for (var i = 1; i < points.size(); i++) {
            if (points.get(i).hours() <= points.get(i - 1).hours()) {
                throw new IllegalArgumentException(
                        "hours must rise, but " + points.get(i).hours() + " follows "
                                + points.get(i - 1).hours());
            }
        }
    }

    /** The target after a number of hours, as a fraction of the credit. */
    public double at(double hours) {
        if (hours <= points.getFirst().hours()) {
            return points.getFirst().fraction();
        }
        for (var i = 1; i < points.size(); i++) {
            var to = points.get(i);
            if (hours <= to.hours()) {
                var from = points.get(i - 1);
                return from.fraction()
                        + (to.fraction() - from.fraction()) * (hours - from.hours()) / (to.hours() - from.hours());
            }
        }
        return points.getLast().fraction();
    }
}
