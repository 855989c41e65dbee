package com.gammareplay.replay.sweep;

import java.util.List;

/** Every combination of the values; those of the last axis change first. */
public final class Grid extends Combinations {

    private final int size;

    /** A grid, whose axes must make {@code size} combinations. */
    public Grid(List<Axis> axes, int size) {
        super(axes);
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long place(int combination, int axis) {
        var rest = (long) combination;
        for (var last = axes().size() - 1; last > axis; last--) {
            rest /= axes().get(last).size();
        }
        return rest % axes().get(axis).size();
    }
}
