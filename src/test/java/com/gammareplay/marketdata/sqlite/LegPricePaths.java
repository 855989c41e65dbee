package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

/** The two ways to read the leg prices of a session, side by side. */
record LegPricePaths(TestRecording recording, ZoneId zone, Session session) {

    static final String REFUSED = "refused: ";

    private static final List<Index> INDICES = List.of(Index.SPX, Index.NDX);

    LegPricePaths(TestRecording recording) {
        this(recording, ZoneOffset.UTC, TestRecording.SESSION);
    }

    /** A recording of the least pages, in which any column can hold anything. */
    static TestRecording recording(Path folder, String... sql) {
        return TestRecording.in(
                        folder,
                        List.of(
                                "pragma page_size = 512",
                                "create table options_prices_live(id integer primary key, timestamp, index_symbol,"
                                        + " strike, option_type, bid, ask)",
                                "create index idx_prices_time on options_prices_live(timestamp)"))
                .sql(sql);
    }

    static String row(long id, String timestamp, String bid) {
        return "insert into options_prices_live values (" + id + ", " + timestamp + ", 'SPX', 6970, 'put', " + bid
                + ", 1.5)";
    }

    /** Fifty rows of as many timestamps. */
    static String rows(long firstId, String firstTime) {
        return "with recursive n(i) as (select 0 union all select i + 1 from n where i < 49) insert into"
                + " options_prices_live(id, timestamp, index_symbol, strike, option_type, bid, ask) select " + firstId
                + " + i, datetime('" + firstTime + "', i || ' minutes'), 'SPX', 6970, 'put', 1.1, 1.5 from n";
    }

    static void assertAlike(TestRecording recording) {
        var paths = new LegPricePaths(recording);
        assertThat(paths.byPasses()).isEqualTo(paths.byRows());
    }

    /** Everything that is read, leg prices by way of JDBC alone, as text. */
    String byRows() {
        return read(connection -> outcome(connection, false));
    }

    /** Everything that is read, leg prices pass by pass where that is possible. */
    String byPasses() {
        return read(connection -> outcome(connection, true));
    }

    /** True if leg prices are read pass by pass. */
    boolean arePassesRead() {
        return read(connection -> {
                    var span = SessionSpan.of(session, zone);
                    var rows = new EnumMap<Index, LegPriceRows>(Index.class);
                    INDICES.forEach(
                            index -> rows.put(index, new LegPriceRows(index, span, new CoverageCounter(index))));
                    var isNumbered = Tables.of(connection).numbered().contains(RecorderTable.OPTIONS_PRICES_LIVE);
                    return isNumbered
                                    && new LegPriceScan(span, new TimestampParser(zone), rows, () -> false)
                                            .read(connection)
                            ? "yes"
                            : "no";
                })
                .equals("yes");
    }

    private String outcome(Connection connection, boolean mayScan) throws SQLException {
        var tables = Tables.of(connection);
        var read = new SessionReader(session, INDICES, new DataNeeds(zone, true), tables, () -> false)
                .read(connection, mayScan);
        return read.stream().map(day -> day.coverage() + " " + day.digest()).collect(Collectors.joining(" "));
    }

    private String read(OpenRecording.Read<String> read) {
        try (var open = new RecordingFile(recording.file(), recording.copies(), 200).open()) {
            return open.read(read);
        } catch (DataException e) {
            return REFUSED + e.kind();
        }
    }
}
