package com.gammareplay.replay.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account over ticks, thinned as it comes: of stretches of equally many ticks the lowest and the highest equity, and the
 * first and the last tick of all. Once there are too many stretches, each two become one. So the highest and the lowest
 * equity of all is always kept, memory does not grow, and the same ticks give the same points.
 */
public final class EquityCurve implements AccountTicks {

    private final int most;
    private final List<Stretch> stretches = new ArrayList<>();
    private int length = 1;
    private int filled;
    private long ticks;
    private @Nullable EquityPoint first;
    private @Nullable EquityPoint last;

    /** Of equal ones the earlier counts. */
    private record Stretch(EquityPoint low, EquityPoint high) {

        Stretch and(Stretch later) {
            return new Stretch(
                    later.low.equity() < low.equity() ? later.low : low,
                    later.high.equity() > high.equity() ? later.high : high);
        }
    }

    /**
     * A curve without ticks.
     *
     * @param points most that are kept, at least 6
     */
    public EquityCurve(int points) {
        if (points < 6) {
            throw new IllegalArgumentException("points must be at least 6, were " + points);
        }
        most = (points - 2) / 4 * 2;
    }

    @Override
    public void tick(long instant, long balance, double equity, int positions) {
        add(new EquityPoint(instant, balance, equity));
    }

    void add(EquityPoint point) {
        ticks++;
        if (first == null) {
            first = point;
        }
        last = point;
        var one = new Stretch(point, point);
        if (filled > 0 && filled < length) {
            stretches.set(stretches.size() - 1, stretches.getLast().and(one));
            filled++;
            return;
        }
        if (stretches.size() == most) {
            halve();
        }
        stretches.add(one);
        filled = 1;
    }

    private void halve() {
        for (var i = 0; i < most / 2; i++) {
            stretches.set(i, stretches.get(2 * i).and(stretches.get(2 * i + 1)));
        }
        stretches.subList(most / 2, most).clear();
        length *= 2;
    }

    /** Number of ticks of which the points are some. */
    public long ticks() {
        return ticks;
    }

    /** The points that were kept, in order of time. */
    public List<EquityPoint> points() {
        var points = new ArrayList<EquityPoint>();
        keep(points, first);
        for (var stretch : stretches) {
            var isLowFirst = stretch.low.instant() <= stretch.high.instant();
            keep(points, isLowFirst ? stretch.low : stretch.high);
            keep(points, isLowFirst ? stretch.high : stretch.low);
        }
        keep(points, last);
        return List.copyOf(points);
    }

    /** Adds a point unless it is there. */
    private static void keep(List<EquityPoint> points, @Nullable EquityPoint point) {
        if (point != null && (points.isEmpty() || points.getLast().instant() < point.instant())) {
            points.add(point);
        }
    }
}
