package com.gammareplay.marketdata.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded peak snapshots of one index in one session, rising in time. Immutable. */
public final class PeakColumns {

    private final TimeColumn times;
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
        times = new TimeColumn(rows.stream().mapToLong(Row::time).toArray());
        rankOne = rows.stream().mapToDouble(Row::rankOne).toArray();
        adjustedPins = rows.stream()
                .mapToDouble(row -> row.adjustedPin() == null ? Double.NaN : row.adjustedPin())
                .toArray();
    }

    private PeakColumns(TimeColumn times, double[] rankOne, double[] adjustedPins) {
        times.requireAsLong(rankOne.length);
        times.requireAsLong(adjustedPins.length);
        this.times = times;
        this.rankOne = rankOne;
        this.adjustedPins = adjustedPins;
    }

    static PeakColumns read(ColumnReader reader) {
        return new PeakColumns(TimeColumn.read(reader), reader.doubles(), reader.doubles());
    }

    TimeColumn times() {
        return times;
    }

    public int size() {
        return times.size();
    }

    /** The number of the newest snapshot at or before an instant, -1 without one. */
    int rowAt(long instant) {
        return times.rowAt(instant);
    }

    long time(int row) {
        return times.time(row);
    }

    double rankOne(int row) {
        return rankOne[row];
    }

    @Nullable
    Double adjustedPin(int row) {
        return Double.isNaN(adjustedPins[row]) ? null : adjustedPins[row];
    }

    void write(ColumnWriter writer) {
        times.write(writer);
        writer.add(rankOne);
        writer.add(adjustedPins);
    }
}
