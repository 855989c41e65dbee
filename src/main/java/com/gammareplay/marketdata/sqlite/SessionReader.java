package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.Cancelling;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.columns.RecordedDay;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Reads everything that a replay needs of one session, each table in one ordered scan. */
final class SessionReader {

    private final SessionSpan span;
    private final DataNeeds needs;
    private final Tables tables;
    private final BooleanSupplier cancelled;
    private final Map<Index, CoverageCounter> counters = new EnumMap<>(Index.class);

    SessionReader(Session session, List<Index> indices, DataNeeds needs, Tables tables, BooleanSupplier cancelled) {
        this.span = SessionSpan.of(session, needs.databaseZone());
        this.needs = needs;
        this.tables = tables;
        this.cancelled = cancelled;
        indices.forEach(index -> counters.put(index, new CoverageCounter(index)));
    }

    /**
     * Reads the session.
     *
     * @param mayScan whether leg prices may be read pass by pass where that is possible
     * @throws CancellationException once nobody wants it any more
     */
    List<RecordedDay> read(Connection connection, boolean mayScan) throws SQLException {
        var scan = new RowScan(span, new TimestampParser(needs.databaseZone()), counters, cancelled);
        var legs =
                tables.has(RecorderTable.OPTIONS_PRICES_LIVE) ? legPrices(connection, scan, mayScan) : legPriceRows();
        var rows = new SessionRows(span, needs.chains(), counters);
        rows.read(connection, scan, tables);
        var days = new ArrayList<RecordedDay>();
        // Asked between steps that take a while without a row being read: to lay out the columns, and to digest them.
        for (var index : counters.keySet()) {
            Cancelling.requireWanted(cancelled);
            var prices = Objects.requireNonNull(legs.get(index));
            var day = rows.day(index, prices.columns());
            var contextRows = day.context().size() + day.snapshots().size();
            var coverage = counter(index)
                    .coverage(
                            day.quotes(),
                            prices.size(),
                            prices.duplicates(),
                            day.peaks().size(),
                            contextRows);
            Cancelling.requireWanted(cancelled);
            days.add(RecordedDay.of(day, coverage));
        }
        return days;
    }

    private Map<Index, LegPriceRows> legPrices(Connection connection, RowScan scan, boolean mayScan)
            throws SQLException {
        if (mayScan && tables.numbered().contains(RecorderTable.OPTIONS_PRICES_LIVE)) {
            var rows = legPriceRows();
            if (new LegPriceScan(span, new TimestampParser(needs.databaseZone()), rows, cancelled).read(connection)) {
                return rows;
            }
            counters.replaceAll((index, _) -> new CoverageCounter(index));
        }
        var rows = legPriceRows();
        new LegPriceReader(rows).read(connection, scan);
        return rows;
    }

    private Map<Index, LegPriceRows> legPriceRows() {
        var rows = new EnumMap<Index, LegPriceRows>(Index.class);
        counters.forEach((index, counter) -> rows.put(index, new LegPriceRows(index, span, counter)));
        return rows;
    }

    private CoverageCounter counter(Index index) {
        return Objects.requireNonNull(counters.get(index));
    }
}
