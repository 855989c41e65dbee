package com.gammareplay.marketdata.sqlite;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** The instants under which passes are written: they never fall, and no table has rows of an index of two passes under one. */
final class Stamps {

    private static final List<RecorderTable> OF_SNAPSHOTS = List.of(
            RecorderTable.OPTIONS_SNAPSHOTS,
            RecorderTable.GEX_PEAKS,
            RecorderTable.COMPETING_PEAKS,
            RecorderTable.MARKET_CONTEXT);
    private static final List<RecorderTable> OF_QUOTES = List.of(RecorderTable.OPTIONS_PRICES_LIVE);

    private final Connection connection;
    private long newest = MarketView.NONE;

    /** Goes on from the newest row of any table. */
    Stamps(Connection connection) throws SQLException {
        this.connection = connection;
        for (var table : RecorderTable.values()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select max(timestamp) from " + table.tableName())) {
                var text = rows.getString(1);
                if (text != null) {
                    newest = Math.max(newest, instant(table, text));
                }
            }
        }
    }

    private static long instant(RecorderTable table, String text) throws SQLException {
        var instant = new TimestampParser(ZoneOffset.UTC).parse(text);
        if (instant == TimestampParser.UNPARSABLE) {
            throw new ContentProblem("table " + table.tableName() + " has timestamps that cannot be read");
        }
        return instant;
    }

    /** The newest stamp, {@code MarketView.NONE} without one. */
    long newest() {
        return newest;
    }

    /** The first stamp, not before an instant, that a pass may have. */
    long next(MarketPass pass, long earliest) throws SQLException {
        var stamp = Math.max(earliest, newest);
        for (var table : tables(pass)) {
            if (hasRows(table, pass.index(), stamp)) {
                return stamp + 1;
            }
        }
        return stamp;
    }

    private static List<RecorderTable> tables(MarketPass pass) {
        return switch (pass) {
            case MarketSnapshot _ -> OF_SNAPSHOTS;
            case QuotePass _ -> OF_QUOTES;
        };
    }

    private boolean hasRows(RecorderTable table, Index index, long instant) throws SQLException {
        var sql = "select 1 from " + table.tableName() + " where timestamp = ? and +index_symbol = ? limit 1";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, RecordingWriter.timestamp(instant));
            statement.setString(2, index.name());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A stamp was used. */
    void used(long stamp) {
        newest = stamp;
    }
}
