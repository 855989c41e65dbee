package com.gammareplay.marketdata.columns;

import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;

/**
 * The day store: everything that was recorded of one index in one session.
 *
 * @param context rows of the market context
 * @param snapshots rows of the option snapshots of this session's expiration
 */
public record IndexDay(
        Index index,
        QuoteColumns quotes,
        PriceColumns context,
        PriceColumns snapshots,
        PeakColumns peaks,
        ChainColumns chains) {

    /** When there was a peak snapshot. */
    TimeColumn peakTimes(GexSource source) {
        return switch (source) {
            case RECORDED -> peaks.times();
            case RECOMPUTED -> snapshots.times();
        };
    }

    void write(ColumnWriter writer) {
        writer.add(index.name());
        quotes.write(writer);
        context.write(writer);
        snapshots.write(writer);
        peaks.write(writer);
        chains.write(writer);
    }

    static IndexDay read(ColumnReader reader) {
        return new IndexDay(
                Index.valueOf(reader.text()),
                QuoteColumns.read(reader),
                PriceColumns.read(reader),
                PriceColumns.read(reader),
                PeakColumns.read(reader),
                ChainColumns.read(reader));
    }
}
