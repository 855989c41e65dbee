package com.gammareplay.marketdata.sqlite;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A recording in a folder of its own, made from text with the recorder's schema, and ways to read it. */
final class TestRecording {

    static final LocalDate DATE = LocalDate.of(2026, 1, 12);
    static final Session SESSION = session(DATE);
    static final int PUT_6970 = 697_000;

    static final List<String> SCHEMA = List.of(
            "create table options_snapshots(id integer primary key autoincrement, timestamp datetime not null,"
                    + " index_symbol text not null, underlying_price real not null, vix real, expiration text not null,"
                    + " chain_data text not null, unique(timestamp, index_symbol, expiration))",
            "create table gex_peaks(id integer primary key autoincrement, timestamp datetime not null, index_symbol"
                    + " text not null, peak_rank integer not null, strike real not null, gex real,"
                    + " unique(timestamp, index_symbol, peak_rank))",
            "create table competing_peaks(id integer primary key autoincrement, timestamp datetime not null,"
                    + " index_symbol text not null, is_competing boolean not null, adjusted_pin real,"
                    + " unique(timestamp, index_symbol))",
            "create table market_context(id integer primary key autoincrement, timestamp datetime not null,"
                    + " index_symbol text not null, underlying_price real not null, vix real,"
                    + " unique(timestamp, index_symbol))",
            "create table options_prices_live(id integer primary key autoincrement, timestamp datetime not null,"
                    + " index_symbol text not null, strike real not null, option_type text not null, bid real,"
                    + " ask real, mid real, last real, volume integer, open_interest integer)",
            "create index idx_prices_time on options_prices_live(timestamp)",
            "create index idx_prices_symbol on options_prices_live(index_symbol)");

    /** The same columns without types and rules, so that they hold whatever is put there. */
    static final List<String> LOOSE_SCHEMA = List.of(
            "create table options_snapshots(id, timestamp, index_symbol, underlying_price, vix, expiration, chain_data)",
            "create table gex_peaks(id, timestamp, index_symbol, peak_rank, strike)",
            "create table competing_peaks(id, timestamp, index_symbol, is_competing, adjusted_pin)",
            "create table market_context(id, timestamp, index_symbol, underlying_price, vix)",
            "create table options_prices_live(id, timestamp, index_symbol, strike, option_type, bid, ask)");

    private final Path data;
    private final Path copies;
    private final Path file;

    private TestRecording(Path root) {
        this.data = root.resolve("data");
        this.copies = root.resolve("copies");
        this.file = data.resolve("rec.db");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Session session(LocalDate date) {
        return new ExchangeCalendar().session(date).orElseThrow();
    }

    /** A recording without rows. */
    static TestRecording in(Path root) {
        return in(root, SCHEMA);
    }

    static TestRecording in(Path root, List<String> schema) {
        return new TestRecording(root).sql(schema.toArray(String[]::new));
    }

    /** A file that may be no recording at all. */
    static TestRecording of(Path root, byte[] content) {
        var recording = new TestRecording(root);
        try {
            Files.write(recording.file, content);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    Path wal() {
        return FileStamp.walOf(file);
    }

    TestRecording sql(String... statements) {
        try (var connection = writer()) {
            execute(connection, statements);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A connection as a recorder has it. */
    Connection writer() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?synchronous=OFF");
    }

    /** Adds a leg price of SPX; the values are written in SQL. */
    TestRecording leg(String timestamp, String strike, String type, String bid, String ask) {
        return sql(legSql(timestamp, strike, type, bid, ask));
    }

    static String legSql(String timestamp, String strike, String type, String bid, String ask) {
        return "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask) values ("
                + String.join(", ", timestamp, "'SPX'", strike, type, bid, ask) + ")";
    }

    TestRecording put(String timestamp, String bid, String ask) {
        return leg("'" + timestamp + "'", "6970", "'put'", bid, ask);
    }

    /** Enough rows of every table for several pages. */
    TestRecording filled() {
        return sql(
                "with recursive n(i) as (select 0 union all select i + 1 from n where i < 2999) "
                        + "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask) "
                        + "select datetime('2026-01-12 14:35:00', (i / 10 * 30) || ' seconds'), 'SPX', 6950 + i % 10 * 5,"
                        + " 'put', 1.0, 1.2 from n",
                "insert into gex_peaks(timestamp, index_symbol, peak_rank, strike)"
                        + " values ('2026-01-12 14:36:00', 'SPX', 1, 6970)",
                "insert into competing_peaks(timestamp, index_symbol, is_competing, adjusted_pin)"
                        + " values ('2026-01-12 14:36:00', 'SPX', 0, 6970)",
                "insert into market_context(timestamp, index_symbol, underlying_price, vix)"
                        + " values ('2026-01-12 14:36:00', 'SPX', 6971.5, 15.5)",
                "insert into options_snapshots(timestamp, index_symbol, underlying_price, vix, expiration, chain_data)"
                        + " values ('2026-01-12 14:36:00', 'SPX', 6971.5, 15.5, '2026-01-12', '[]')");
    }

    /** The folder that holds the recording, and nothing else. */
    Path data() {
        return data;
    }

    /** Where copies are made: outside of the folder, which may be mounted read-only. */
    Path copies() {
        return copies;
    }

    RecordingFolder folder() {
        return new RecordingFolder(data, data.resolve("none"), data.resolve("none.db"), copies, 200, null);
    }

    Recording open() {
        return open(ZoneOffset.UTC);
    }

    Recording open(ZoneId zone) {
        return folder().open("rec", new DataNeeds(zone, true), () -> false);
    }

    RecordedSession read() {
        return read(ZoneOffset.UTC, SESSION);
    }

    RecordedSession read(ZoneId zone, Session session) {
        try (var recording = open(zone)) {
            return recording.open(session, List.of(Index.SPX, Index.NDX));
        }
    }

    Coverage coverage() {
        return read().coverage().getFirst();
    }

    /** The quote of the put 6970 at the close as text: {@code bid/ask}, or {@code none}. */
    String lastQuote() {
        return quote(read(), SESSION.close());
    }

    static String quote(RecordedSession session, long instant) {
        session.advanceTo(instant);
        return quote(session.view(Index.SPX));
    }

    private static String quote(MarketView view) {
        var series = view.series(Right.PUT, PUT_6970);
        return view.isUsable(series, 86_400)
                ? String.format(Locale.ROOT, "%d/%d", view.bid(series), view.ask(series))
                : "none";
    }

    /** Name, size and time of everything in the folder, and the bytes of the recording. */
    Map<String, String> footprint() {
        var footprint = new TreeMap<String, String>();
        try (var files = Files.list(data)) {
            for (var path : files.toList()) {
                footprint.put(
                        path.getFileName().toString(),
                        Files.size(path) + " bytes of " + Files.getLastModifiedTime(path));
            }
            footprint.put("content", String.valueOf(Arrays.hashCode(Files.readAllBytes(file))));
            return footprint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
