package com.gammareplay.marketdata.sqlite;

import java.util.List;

/** The recorder's tables, columns and indexes: the only place that spells them out. */
final class RecorderSchema {

    static final String SNAPSHOTS = "options_snapshots";
    static final String PEAKS = "gex_peaks";
    static final String COMPETING = "competing_peaks";
    static final String CONTEXT = "market_context";
    static final String PRICES = "options_prices_live";

    // Columns after id, timestamp and index_symbol, which every table has.
    static final String[] SNAPSHOT_COLUMNS = {"underlying_price", "vix", "expiration", "chain_data"};
    static final String[] PEAK_COLUMNS = {
        "peak_rank", "strike", "gex", "distance_from_price", "distance_pct", "proximity_score"
    };
    static final String[] COMPETING_COLUMNS = {
        "is_competing", "peak1_strike", "peak1_gex", "peak2_strike", "peak2_gex", "score_ratio", "adjusted_pin"
    };
    static final String[] CONTEXT_COLUMNS = {"underlying_price", "vix", "spy_price", "qqq_price"};
    static final String[] PRICE_COLUMNS = {
        "strike", "option_type", "bid", "ask", "mid", "last", "volume", "open_interest"
    };

    private static final String KEY = "id INTEGER PRIMARY KEY AUTOINCREMENT,";
    private static final String WHEN_AND_WHAT = "timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,";

    private RecorderSchema() {}

    static List<String> tables() {
        return List.of(
                "CREATE TABLE " + SNAPSHOTS + "(" + KEY + WHEN_AND_WHAT
                        + "underlying_price REAL NOT NULL,vix REAL,expiration TEXT NOT NULL,chain_data TEXT NOT NULL,"
                        + "UNIQUE(timestamp,index_symbol,expiration))",
                "CREATE TABLE " + PEAKS + "(" + KEY + WHEN_AND_WHAT
                        + "peak_rank INTEGER NOT NULL,strike REAL NOT NULL,gex REAL NOT NULL,"
                        + "distance_from_price REAL NOT NULL,distance_pct REAL NOT NULL,"
                        + "proximity_score REAL NOT NULL,UNIQUE(timestamp,index_symbol,peak_rank))",
                "CREATE TABLE " + COMPETING + "(" + KEY + WHEN_AND_WHAT
                        + "is_competing BOOLEAN NOT NULL,peak1_strike REAL,peak1_gex REAL,peak2_strike REAL,"
                        + "peak2_gex REAL,score_ratio REAL,adjusted_pin REAL,UNIQUE(timestamp,index_symbol))",
                "CREATE TABLE " + CONTEXT + "(" + KEY + WHEN_AND_WHAT
                        + "underlying_price REAL NOT NULL,vix REAL,spy_price REAL,qqq_price REAL,"
                        + "UNIQUE(timestamp,index_symbol))",
                "CREATE TABLE " + PRICES + "(" + KEY + WHEN_AND_WHAT
                        + "strike REAL NOT NULL,option_type TEXT NOT NULL,bid REAL,ask REAL,mid REAL,last REAL,"
                        + "volume INTEGER,open_interest INTEGER)");
    }

    static List<String> indexes() {
        return List.of(
                index("idx_snapshots_time", SNAPSHOTS, "timestamp"),
                index("idx_peaks_time", PEAKS, "timestamp"),
                index("idx_competing_time", COMPETING, "timestamp"),
                index("idx_context_time", CONTEXT, "timestamp"),
                index("idx_prices_time", PRICES, "timestamp"),
                index("idx_prices_symbol", PRICES, "index_symbol"));
    }

    private static String index(String name, String table, String column) {
        return "CREATE INDEX " + name + " ON " + table + "(" + column + ")";
    }

    /** An INSERT of rows of a table: timestamp, index_symbol and these columns. */
    static String insert(String table, int rows, String... columns) {
        var row = "(?,?" + ",?".repeat(columns.length) + ")";
        return "INSERT INTO " + table + "(timestamp,index_symbol," + String.join(",", columns) + ") VALUES " + row
                + ("," + row).repeat(rows - 1);
    }
}
