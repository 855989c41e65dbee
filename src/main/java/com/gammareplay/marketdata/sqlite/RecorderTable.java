package com.gammareplay.marketdata.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The recorder's tables, with the columns that a replay reads. */
enum RecorderTable {
    OPTIONS_SNAPSHOTS("id, timestamp, index_symbol, underlying_price, vix, expiration, chain_data"),
    GEX_PEAKS("id, timestamp, index_symbol, peak_rank, strike"),
    COMPETING_PEAKS("id, timestamp, index_symbol, is_competing, adjusted_pin"),
    MARKET_CONTEXT("id, timestamp, index_symbol, underlying_price, vix"),
    OPTIONS_PRICES_LIVE("id, timestamp, index_symbol, strike, option_type, bid, ask");

    private final String columns;

    RecorderTable(String columns) {
        this.columns = columns;
    }

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return Arrays.asList(columns.split(", ", -1));
    }
}
