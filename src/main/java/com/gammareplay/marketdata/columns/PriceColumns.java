package com.gammareplay.marketdata.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded index prices and VIX values of one table for one index in one session, rising in time. Immutable. */
public final class PriceColumns {

    private static final long NO_PRICE = Long.MIN_VALUE;

    private final TimeColumn times;
    private final long[] prices;
    private final double[] vix;

    /**
     * One row.
     *
     * @param price cents, null if it was not recorded
     * @param vix null if it was not recorded
     */
    public record Row(
            long time, @Nullable Long price, @Nullable Double vix) {}

    /** Columns of rows that rise in time. */
    public PriceColumns(List<Row> rows) {
        times = new TimeColumn(rows.stream().mapToLong(Row::time).toArray());
        prices = rows.stream()
                .mapToLong(row -> row.price() == null ? NO_PRICE : row.price())
                .toArray();
        vix = rows.stream()
                .mapToDouble(row -> row.vix() == null ? Double.NaN : row.vix())
                .toArray();
    }

    private PriceColumns(TimeColumn times, long[] prices, double[] vix) {
        times.requireAsLong(prices.length);
        times.requireAsLong(vix.length);
        this.times = times;
        this.prices = prices;
        this.vix = vix;
    }

    static PriceColumns read(ColumnReader reader) {
        return new PriceColumns(TimeColumn.read(reader), reader.longs(), reader.doubles());
    }

    TimeColumn times() {
        return times;
    }

    public int size() {
        return times.size();
    }

    /** The number of the newest row at or before an instant, -1 without one. */
    int rowAt(long instant) {
        return times.rowAt(instant);
    }

    /** The number of the newest row at or before an instant that has a price, -1 without one. */
    int pricedRowAt(long instant) {
        var row = rowAt(instant);
        while (row >= 0 && prices[row] == NO_PRICE) {
            row--;
        }
        return row;
    }

    long time(int row) {
        return times.time(row);
    }

    @Nullable
    Long price(int row) {
        return prices[row] == NO_PRICE ? null : prices[row];
    }

    /** NaN if it was not recorded. */
    double vix(int row) {
        return vix[row];
    }

    void write(ColumnWriter writer) {
        times.write(writer);
        writer.add(prices);
        writer.add(vix);
    }
}
