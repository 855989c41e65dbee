package com.gammareplay.marketdata.columns;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded peak snapshots of one index in one session, rising in time. Immutable. */
public final class PeakColumns {

    private final long[] times;
    private final double[] rankOne;
    private final double[] adjustedPins;

    /**
     * One snapshot.
     *
     * @param rankOne strike of the strongest peak, in points
     * @param adjustedPin the pin between competing peaks in points, null if they do not compete
     */
    public record Row(long time, double rankOne, @Nullable Double adjustedPin) {}

    /** Columns of rows that rise in time. */
    public PeakColumns(List<Row> rows) {
        times = rows.stream().mapToLong(Row::time).toArray();
        rankOne = rows.stream().mapToDouble(Row::rankOne).toArray();
        adjustedPins = rows.stream()
                .mapToDouble(row -> row.adjustedPin() == null ? Double.NaN : row.adjustedPin())
                .toArray();
    }

    private PeakColumns(long[] times, double[] rankOne, double[] adjustedPins) {
        this.times = times;
        this.rankOne = rankOne;
        this.adjustedPins = adjustedPins;
    }

    static PeakColumns read(ColumnReader reader) {
        return new PeakColumns(reader.longs(), reader.doubles(), reader.doubles());
    }

    public int size() {
        return times.length;
    }

    /** The number of the newest snapshot at or before an instant, -1 without one. */
    int rowAt(long instant) {
        var place = Arrays.binarySearch(times, instant);
        return place >= 0 ? place : -place - 2;
    }

    long time(int row) {
        return times[row];
    }

    double rankOne(int row) {
        return rankOne[row];
    }

    @Nullable
    Double adjustedPin(int row) {
        return Double.isNaN(adjustedPins[row]) ? null : adjustedPins[row];
    }

    void write(ColumnWriter writer) {
        writer.add(times);
        writer.add(rankOne);
        writer.add(adjustedPins);
    }
}
