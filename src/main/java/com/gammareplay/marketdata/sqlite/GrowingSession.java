package com.gammareplay.marketdata.sqlite;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.SessionMarket;
import com.gammareplay.marketdata.columns.IndexDay;
import com.gammareplay.marketdata.columns.LiveView;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A session that grows with its recording: what was added is read back and laid out by the code that reads recordings for
 * replays, so that it is seen as any of them will see it.
 */
final class GrowingSession implements SessionMarket {

    private static final Tables ALL =
            new Tables(EnumSet.allOf(RecorderTable.class), EnumSet.allOf(RecorderTable.class));
    private static final String LAST_IDS = Arrays.stream(RecorderTable.values())
            .map(table -> "(select coalesce(max(id), 0) from " + table.tableName() + ") as " + table)
            .collect(Collectors.joining(", ", "select ", ""));

    private final Connection connection;
    private final RowScan scan;
    private final Map<Index, LegPriceRows> legs = new EnumMap<>(Index.class);
    private final SessionRows rows;
    private final Map<Index, LiveView> views = new EnumMap<>(Index.class);
    private final Map<RecorderTable, Long> seen = new EnumMap<>(RecorderTable.class);

    /** The session as a recording has it so far; all tables are there, and nobody else writes to them. */
    GrowingSession(Connection connection, Session session, List<Index> indices) throws SQLException {
        var span = SessionSpan.of(session, ZoneOffset.UTC);
        var counters = new EnumMap<Index, CoverageCounter>(Index.class);
        for (var index : indices) {
            var counter = new CoverageCounter(index);
            counters.put(index, counter);
            legs.put(index, new LegPriceRows(index, span, counter));
        }
        this.connection = connection;
        this.scan = new RowScan(span, new TimestampParser(ZoneOffset.UTC), counters, () -> false);
        this.rows = new SessionRows(span, true, counters);
        read();
        for (var index : indices) {
            views.put(index, new LiveView(day(index)));
        }
    }

    private void read() throws SQLException {
        var added = scan.after(Map.copyOf(seen));
        new LegPriceReader(legs).read(connection, added);
        rows.read(connection, added, ALL);
        try (var statement = connection.createStatement();
                var ids = statement.executeQuery(LAST_IDS)) {
            for (var table : RecorderTable.values()) {
                seen.put(table, ids.getLong(table.name()));
            }
        }
    }

    /** Shows what was added of an index. */
    void show(Index index) throws SQLException {
        read();
        liveView(index).show(day(index));
    }

    /** What is shown of an index. */
    IndexDay day(Index index) throws SQLException {
        return rows.day(index, Objects.requireNonNull(legs.get(index)).columns());
    }

    /** The highest id of each table that is shown. */
    String seen() {
        return seen.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The first chain that has a contract, {@link OptionChain#EMPTY} without one. */
    OptionChain firstChain(Index index) {
        return rows.firstChain(index);
    }

    @Override
    public void advanceTo(long instant) {
        views.values().forEach(view -> view.advanceTo(instant));
    }

    @Override
    public MarketView view(Index index) {
        return liveView(index);
    }

    private LiveView liveView(Index index) {
        var view = views.get(index);
        if (view == null) {
            throw new IllegalArgumentException("index must have been opened, was " + index);
        }
        return view;
    }
}
