package com.gammareplay.marketdata.sqlite;

import com.gammareplay.bot.Gex;
import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.RecordingSink;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the recorder's tables: the same rows in the same order give the same bytes. Not thread-safe. */
final class RecordingWriter implements RecordingSink, AutoCloseable {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Connection connection;
    private final ChainJson chains = new ChainJson();
    private final RowInsert snapshots;
    private final RowInsert peaks;
    private final RowInsert competing;
    private final RowInsert contexts;
    private final RowInsert prices;

    /** Makes the tables that are not there, without their indexes; what is written is committed by others, or by {@link #commit}. */
    RecordingWriter(Connection connection) throws SQLException {
        this.connection = connection;
        for (var table : RecorderTable.values()) {
            execute(List.of(table.creation()));
        }
        snapshots = new RowInsert(connection, RecorderTable.OPTIONS_SNAPSHOTS);
        peaks = new RowInsert(connection, RecorderTable.GEX_PEAKS);
        competing = new RowInsert(connection, RecorderTable.COMPETING_PEAKS);
        contexts = new RowInsert(connection, RecorderTable.MARKET_CONTEXT);
        prices = new RowInsert(connection, RecorderTable.OPTIONS_PRICES_LIVE);
    }

    /** Takes down either. */
    void add(MarketPass pass) {
        switch (pass) {
            case MarketSnapshot snapshot -> snapshot(snapshot);
            case QuotePass quotes -> quotes(quotes);
        }
    }

    @Override
    public void snapshot(MarketSnapshot snapshot) {
        try {
            var time = timestamp(snapshot.instant());
            var index = snapshot.index().name();
            var price = snapshot.price();
            var vix = snapshot.vix();
            var isSpx = snapshot.index() == Index.SPX;
            var chain = chains.of(snapshot.chain());
            snapshots.add(time, index, price, vix, snapshot.expiration().toString(), chain);
            contexts.add(
                    time, index, price, vix, isSpx ? snapshot.fundPrice() : null, isSpx ? null : snapshot.fundPrice());
            addPeaks(time, snapshot);
            for (var table : List.of(snapshots, contexts, peaks, competing)) {
                table.flush();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void addPeaks(String time, MarketSnapshot snapshot) {
        var index = snapshot.index().name();
        var gex = snapshot.gex();
        var strongest = gex.peaks();
        var rank = 1;
        for (var peak : strongest) {
            var distance = Math.abs(peak.strike() - snapshot.price());
            var percent = distance / snapshot.price() * 100;
            peaks.add(time, index, rank++, peak.strike(), peak.gex(), distance, percent, peak.score());
        }
        if (gex.isCompeting()) {
            addCompeting(
                    time, index, strongest.get(0), strongest.get(1), gex.pin().orElseThrow());
        } else if (!strongest.isEmpty()) {
            competing.add(time, index, 0, null, null, null, null, null, null);
        }
    }

    private void addCompeting(String time, String index, Gex.Peak one, Gex.Peak two, double pin) {
        var ratio = Math.min(one.score(), two.score()) / Math.max(one.score(), two.score());
        competing.add(time, index, 1, one.strike(), one.gex(), two.strike(), two.gex(), ratio, pin);
    }

    @Override
    public void quotes(QuotePass pass) {
        try {
            var time = timestamp(pass.instant());
            var index = pass.index().name();
            for (var quote : pass.quotes()) {
                prices.add(
                        time,
                        index,
                        (double) quote.strike(),
                        ChainJson.name(quote.right()),
                        ChainJson.dollars(quote.bid()),
                        ChainJson.dollars(quote.ask()),
                        mid(quote),
                        ChainJson.dollars(quote.last()),
                        quote.volume(),
                        quote.openInterest());
            }
            prices.flush();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static @Nullable Double mid(ContractQuote quote) {
        var bid = quote.bid();
        var ask = quote.ask();
        return bid == null || ask == null ? null : (Double) (((long) bid + ask) / 200.0);
    }

    /** Ends a transaction: a session's worth of rows. */
    void commit() throws SQLException {
        connection.commit();
    }

    /** Adds the indexes that are not there; that is far faster after the rows than with them. */
    void makeIndexes() throws SQLException {
        for (var table : RecorderTable.values()) {
            execute(table.indexCreations());
        }
    }

    @Override
    public void close() throws SQLException {
        for (var table : List.of(snapshots, contexts, peaks, competing, prices)) {
            table.close();
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** An instant as recorders write it. */
    static String timestamp(long instant) {
        return TIMESTAMP.format(LocalDateTime.ofEpochSecond(instant, 0, ZoneOffset.UTC));
    }

    private static UncheckedIOException failure(SQLException cause) {
        return new UncheckedIOException(SqliteProblems.detail(cause), new IOException(cause));
    }
}
