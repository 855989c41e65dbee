package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.columns.IndexDay;
import com.gammareplay.marketdata.columns.QuoteColumns;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes what all tables but that of the leg prices hold of a session, at once or more and more of it, and lays it out. */
final class SessionRows {

    private static final int PRICE = RowScan.ID_COLUMN + 1;
    private static final int VIX = PRICE + 1;

    private final Map<Index, CoverageCounter> counters;
    private final PriceReader context = new PriceReader();
    private final PeakReader peaks;
    private final SnapshotReader snapshots;

    SessionRows(SessionSpan span, boolean needsChains, Map<Index, CoverageCounter> counters) {
        this.counters = counters;
        this.peaks = new PeakReader(counters);
        this.snapshots = new SnapshotReader(span, needsChains, counters);
    }

    void read(Connection connection, RowScan scan, Tables tables) throws SQLException {
        if (tables.has(RecorderTable.GEX_PEAKS)) {
            peaks.readPeaks(connection, scan);
        }
        if (tables.has(RecorderTable.COMPETING_PEAKS)) {
            peaks.readCompeting(connection, scan);
        }
        if (tables.has(RecorderTable.MARKET_CONTEXT)) {
            scan.visit(
                    connection,
                    RecorderTable.MARKET_CONTEXT,
                    List.of("underlying_price", "vix"),
                    (index, instant, row) -> context.add(index, instant, row, PRICE, VIX, counter(index)));
        }
        if (tables.has(RecorderTable.OPTIONS_SNAPSHOTS)) {
            snapshots.read(connection, scan);
        }
    }

    private CoverageCounter counter(Index index) {
        return Objects.requireNonNull(counters.get(index));
    }

    /** What was taken of an index, with the leg prices that were read beside it. */
    IndexDay day(Index index, QuoteColumns quotes) {
        return new IndexDay(
                index,
                quotes,
                context.columns(index),
                snapshots.prices(index),
                peaks.columns(index),
                snapshots.chains(index));
    }

    /** The first chain that has a contract, {@link OptionChain#EMPTY} without one. */
    OptionChain firstChain(Index index) {
        return snapshots.firstChain(index);
    }
}
