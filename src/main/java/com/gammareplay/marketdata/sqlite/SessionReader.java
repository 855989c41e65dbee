package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.columns.IndexDay;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Reads everything that a replay needs of one session, each table in one ordered scan. */
final class SessionReader {

    private final SessionSpan span;
    private final DataNeeds needs;
    private final Tables tables;
    private final BooleanSupplier cancelled;
    private final Map<Index, CoverageCounter> counters = new EnumMap<>(Index.class);
    private final PriceReader context = new PriceReader();

    SessionReader(Session session, List<Index> indices, DataNeeds needs, Tables tables, BooleanSupplier cancelled) {
        this.span = SessionSpan.of(session, needs.databaseZone());
        this.needs = needs;
        this.tables = tables;
        this.cancelled = cancelled;
        indices.forEach(index -> counters.put(index, new CoverageCounter(index)));
    }

    RecordedColumns read(Connection connection) throws SQLException {
        var scan = new RowScan(span, new TimestampParser(needs.databaseZone()), counters, cancelled);
        var legs = new LegPriceRows(span, counters);
        var peaks = new PeakReader(counters);
        var snapshots = new SnapshotReader(span, needs.chains(), counters);
        if (has(RecorderTable.OPTIONS_PRICES_LIVE)) {
            readLegPrices(connection, scan, legs);
        }
        if (has(RecorderTable.GEX_PEAKS)) {
            peaks.readPeaks(connection, scan);
        }
        if (has(RecorderTable.COMPETING_PEAKS)) {
            peaks.readCompeting(connection, scan);
        }
        if (has(RecorderTable.MARKET_CONTEXT)) {
            scan.visit(
                    connection,
                    RecorderTable.MARKET_CONTEXT,
                    "underlying_price, vix",
                    (index, instant, row) -> context.add(
                            index, instant, row, RowScan.ID_COLUMN + 1, RowScan.ID_COLUMN + 2, counter(index)));
        }
        if (has(RecorderTable.OPTIONS_SNAPSHOTS)) {
            snapshots.read(connection, scan);
        }
        var days = new ArrayList<IndexDay>();
        var coverage = new ArrayList<Coverage>();
        for (var index : counters.keySet()) {
            var builder = legs.of(index);
            var day = new IndexDay(
                    index,
                    legs.columns(index),
                    context.columns(index),
                    snapshots.prices(index),
                    peaks.columns(index),
                    snapshots.chains(index));
            days.add(day);
            var contextRows = day.context().size() + day.snapshots().size();
            coverage.add(counter(index)
                    .coverage(
                            day.quotes(),
                            builder.size(),
                            builder.duplicates(),
                            day.peaks().size(),
                            contextRows));
        }
        return new RecordedColumns(days, coverage);
    }

    private void readLegPrices(Connection connection, RowScan scan, LegPriceRows legs) throws SQLException {
        var timestamps = new TimestampParser(needs.databaseZone());
        if (!tables.hasUniquePriceIds() || !new LegPriceRuns(span, timestamps, legs, cancelled).read(connection)) {
            new LegPriceReader(legs).read(connection, scan);
        }
    }

    private boolean has(RecorderTable table) {
        return tables.has(table);
    }

    private CoverageCounter counter(Index index) {
        return Objects.requireNonNull(counters.get(index));
    }
}
