package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import java.util.Arrays;

/** The instants of rows that rise in time. Immutable. */
final class TimeColumn {

    private final long[] times;

    TimeColumn(long[] times) {
        this.times = times;
    }

    static TimeColumn read(ColumnReader reader) {
        return new TimeColumn(reader.longs());
    }

    /** Refuses a column that lies beside the instants and has another length. */
    void requireAsLong(int column) {
        if (column != times.length) {
            throw new IllegalArgumentException("a column must have " + times.length + " rows, had " + column);
        }
    }

    int size() {
        return times.length;
    }

    long time(int row) {
        return times[row];
    }

    /** The number of the newest row at or before an instant, -1 without one. */
    int rowAt(long instant) {
        var place = Arrays.binarySearch(times, instant);
        return place >= 0 ? place : -place - 2;
    }

    /** The newest instant not after another, {@code MarketView.NONE} without one. */
    long atOrBefore(long instant) {
        var row = rowAt(instant);
        return row < 0 ? MarketView.NONE : times[row];
    }

    /** The first instant after another, {@code MarketView.NONE} without one. */
    long after(long instant) {
        var row = rowAt(instant) + 1;
        return row == times.length ? MarketView.NONE : times[row];
    }

    void write(ColumnWriter writer) {
        writer.add(times);
    }
}
