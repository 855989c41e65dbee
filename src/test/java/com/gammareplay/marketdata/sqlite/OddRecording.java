package com.gammareplay.marketdata.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Recordings of leg prices that no recorder writes, and that SQLite reads all the same; the same seed, the same one. */
final class OddRecording {

    private static final List<String> TABLES = List.of(
            "id integer primary key autoincrement, timestamp datetime not null, index_symbol text not null,"
                    + " strike real not null, option_type text not null, bid real, ask real, mid real",
            "id integer primary key, timestamp, index_symbol, strike, option_type, bid, ask",
            "ask real, bid real, ID INTEGER PRIMARY KEY, option_type text, Strike numeric, INDEX_SYMBOL, timestamp text",
            "id integer primary key desc, timestamp, index_symbol, strike, option_type, bid, ask",
            "id int primary key, timestamp, index_symbol, strike, option_type, bid, ask",
            "timestamp text collate nocase, id integer, index_symbol collate nocase, strike, option_type collate"
                    + " rtrim, bid, ask, primary key (id desc)",
            "id integer primary key, timestamp, index_symbol, strike, option_type, bid, mid as (bid + 1), ask",
            "id integer primary key, timestamp, index_symbol, strike, option_type, bid, ask) without rowid");

    private static final List<String> INDEXES = List.of(
            "(timestamp)",
            "(timestamp)",
            "(timestamp)",
            "(timestamp, index_symbol)",
            "(timestamp desc)",
            "(timestamp collate binary)",
            "(timestamp collate nocase)",
            "(timestamp) where bid > 1",
            "(index_symbol)");

    /** The hour varies: some of these are in the session, some outside of its hours, some of another day. */
    private static final List<String> TIMES = List.of(
            "'2026-01-12 %s:35:39'",
            "'2026-01-12T%s:35:39'",
            "'2026-01-13 %s:00:00'",
            "'2026-01-13T%s:59:59.999'",
            "'2026-01-12 %s:35:39.25'",
            "'2026-01-12 %s:35:39Z'",
            "'2026-01-13T%s:35:39+00:00'",
            "'2026-01-11 %s:35:39'",
            "'2026-01-14T%s:35:39'");

    private static final List<String> ODD_TIMES = List.of(
            "null",
            "''",
            "1768228539",
            "x'323032362d30312d31322031343a33353a3339'",
            "'2026-01-12 %s:35'",
            "'2026-01-12 %s:35:39' || char(0)",
            "'2026-01-12 %s:35:39' || char(233)",
            "cast(x'323032362d30312d31322031ff' as text)",
            "'2026-01-12t%s:35:39'",
            "'2026-01-13'",
            "'noon'");

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "'1.5'",
            "''",
            "x'31'",
            "9e999",
            "-9e999",
            "1e300",
            "-1",
            "0",
            "-0.0",
            "9223372036854775807",
            "128");
    private static final List<String> ODD_SYMBOLS = List.of("'spx'", "'SPY'", "null", "x'535058'", "'SPX '", "1");
    private static final List<String> ODD_TYPES =
            List.of("'PUT'", "'Call'", "'caLL'", "null", "x'707574'", "'put '", "1", "char(80, 8490, 84)");

    private final SplittableRandom random;
    /** Every so many values is an odd one, if any is. */
    private final int rarity;
    /** One for all rows: many of them together would always be left to SQLite. */
    private final String oddTime;

    private OddRecording(long seed) {
        random = new SplittableRandom(seed);
        oddTime = any(ODD_TIMES);
        rarity = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 << random.nextInt(3, 10);
    }

    static TestRecording in(Path folder, long seed) throws SQLException {
        return new OddRecording(seed).write(folder);
    }

    private TestRecording write(Path folder) throws SQLException {
        var recording = TestRecording.in(
                folder,
                List.of(
                        "pragma page_size = " + (1 << random.nextInt(9, 17)),
                        "pragma auto_vacuum = " + random.nextInt(3),
                        "pragma encoding = '" + (random.nextInt(10) == 0 ? "UTF-16be" : "UTF-8") + "'",
                        creation(),
                        "create index idx_prices_time on options_prices_live" + usual(INDEXES, 3)));
        try (var connection = recording.writer()) {
            connection.setAutoCommit(false);
            TestRecording.execute(connection, rows().toArray(String[]::new));
            if (random.nextInt(5) == 0) {
                TestRecording.execute(connection, "alter table options_prices_live add column more default 'x'");
            }
            connection.commit();
        }
        return random.nextInt(4) == 0 ? recording.sql("pragma journal_mode = wal") : recording;
    }

    private String creation() {
        var columns = usual(TABLES, 2);
        return "create table options_prices_live(" + columns + (columns.endsWith("rowid") ? "" : ")");
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        var step = isOdd() ? -1 : isOdd() ? random.nextLong(1L << random.nextInt(1, 40)) + 1 : 1;
        var id = isOdd() ? -random.nextInt(500) : 1L;
        var count = random.nextInt(1, 400);
        var time = time();
        for (var row = 0; row < count; row++) {
            if (random.nextInt(10) == 0) {
                time = time();
            }
            rows.add("insert or ignore into options_prices_live(id, timestamp, index_symbol, strike, option_type, bid,"
                    + " ask) values ("
                    + String.join(", ", id(id), isOdd() ? oddTime() : time, symbol(), strike(), type())
                    + ", " + price() + ", " + price() + ")");
            id += step;
        }
        return rows;
    }

    private String id(long next) {
        return !isOdd()
                ? String.valueOf(next)
                : switch (random.nextInt(4)) {
                    case 0 -> "-9223372036854775807 - 1";
                    case 1 -> "1152921504606846976";
                    case 2 -> String.valueOf(random.nextLong(-100_000, 100_000));
                    default -> "null";
                };
    }

    private String time() {
        return hour(usual(TIMES, 2));
    }

    private String oddTime() {
        return hour(oddTime);
    }

    private String hour(String time) {
        var hour = random.nextInt(24);
        return time.replace("%s", (hour < 10 ? "0" : "") + hour);
    }

    private String symbol() {
        return isOdd() ? any(ODD_SYMBOLS) : random.nextInt(4) == 0 ? "'NDX'" : "'SPX'";
    }

    private String strike() {
        return isOdd() ? any(ODD_VALUES) : String.valueOf(6900 + 5 * random.nextInt(30));
    }

    private String type() {
        return isOdd()
                ? random.nextInt(8) == 0 ? "hex(zeroblob(40000))" : any(ODD_TYPES)
                : random.nextBoolean() ? "'call'" : "'put'";
    }

    private String price() {
        return isOdd() ? any(ODD_VALUES) : String.valueOf(random.nextInt(1, 200) / 20.0);
    }

    private boolean isOdd() {
        return random.nextInt(rarity) == 0;
    }

    /** Mostly one of the first. */
    private String usual(List<String> values, int first) {
        return random.nextInt(4) > 0 ? values.get(random.nextInt(first)) : any(values);
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
