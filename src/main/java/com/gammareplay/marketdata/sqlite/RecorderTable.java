package com.gammareplay.marketdata.sqlite;

import com.gammareplay.model.Index;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The recorder's tables, in the order in which it makes them: the only place that spells out its schema. */
enum RecorderTable {
    OPTIONS_SNAPSHOTS(
            "id, timestamp, index_symbol, underlying_price, vix, expiration, chain_data",
            "underlying_price REAL NOT NULL,vix REAL,expiration TEXT NOT NULL,chain_data TEXT NOT NULL",
            ",UNIQUE(timestamp,index_symbol,expiration)",
            "CREATE INDEX IF NOT EXISTS idx_snapshots_time ON options_snapshots(timestamp)"),
    GEX_PEAKS(
            "id, timestamp, index_symbol, peak_rank, strike",
            "peak_rank INTEGER NOT NULL,strike REAL NOT NULL,gex REAL NOT NULL,distance_from_price REAL NOT NULL,"
                    + "distance_pct REAL NOT NULL,proximity_score REAL NOT NULL",
            ",UNIQUE(timestamp,index_symbol,peak_rank)",
            "CREATE INDEX IF NOT EXISTS idx_peaks_time ON gex_peaks(timestamp)"),
    COMPETING_PEAKS(
            "id, timestamp, index_symbol, is_competing, adjusted_pin",
            "is_competing BOOLEAN NOT NULL,peak1_strike REAL,peak1_gex REAL,peak2_strike REAL,peak2_gex REAL,"
                    + "score_ratio REAL,adjusted_pin REAL",
            ",UNIQUE(timestamp,index_symbol)",
            "CREATE INDEX IF NOT EXISTS idx_competing_time ON competing_peaks(timestamp)"),
    MARKET_CONTEXT(
            "id, timestamp, index_symbol, underlying_price, vix",
            "underlying_price REAL NOT NULL,vix REAL,spy_price REAL,qqq_price REAL",
            ",UNIQUE(timestamp,index_symbol)",
            "CREATE INDEX IF NOT EXISTS idx_context_time ON market_context(timestamp)"),
    OPTIONS_PRICES_LIVE(
            "id, timestamp, index_symbol, strike, option_type, bid, ask",
            "strike REAL NOT NULL,option_type TEXT NOT NULL,bid REAL,ask REAL,mid REAL,last REAL,volume INTEGER,"
                    + "open_interest INTEGER",
            "",
            "CREATE INDEX IF NOT EXISTS idx_prices_time ON options_prices_live(timestamp)",
            "CREATE INDEX IF NOT EXISTS idx_prices_symbol ON options_prices_live(index_symbol)");

    /** A row of one of the two indices; the plus keeps SQLite from choosing the index on the symbol, which is slow. */
    static final String KNOWN_SYMBOL = "+index_symbol collate binary in "
            + Arrays.stream(Index.values()).map(index -> "'" + index + "'").collect(Collectors.joining(", ", "(", ")"));

    private final String columns;
    private final String definitions;
    private final String unique;
    private final String indexes;

    /**
     * @param columns those that a replay reads
     * @param definitions of the columns after id, timestamp and index_symbol, which every table has
     */
    RecorderTable(String columns, String definitions, String unique, String... indexes) {
        this.columns = columns;
        this.definitions = definitions;
        this.unique = unique;
        this.indexes = String.join(";", indexes);
    }

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that a replay reads. */
    List<String> columns() {
        return Arrays.asList(columns.split(", ", -1));
    }

    /** The statement that makes the table, unless it is there, without its indexes. */
    String creation() {
        return "CREATE TABLE IF NOT EXISTS " + tableName()
                + "(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL," + "index_symbol TEXT NOT NULL,"
                + definitions + unique + ")";
    }

    /** The statements that make those of its indexes that are not there. */
    List<String> indexCreations() {
        return Arrays.asList(indexes.split(";", -1));
    }

    /** The columns that a row of the table is written with, in this order. */
    List<String> writtenColumns() {
        return Arrays.stream(("timestamp ,index_symbol ," + definitions).split(",", -1))
                .map(definition -> definition.substring(0, definition.indexOf(' ')))
                .toList();
    }

    /** The statement that adds a number of rows. */
    String insertion(int rows) {
        var names = writtenColumns();
        var row = names.stream().map(name -> "?").collect(Collectors.joining(",", "(", ")"));
        return "INSERT INTO " + tableName() + "(" + String.join(",", names) + ") VALUES " + row
                + ("," + row).repeat(rows - 1);
    }
}
