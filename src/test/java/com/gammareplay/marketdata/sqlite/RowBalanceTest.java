package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.Shortcoming;
import com.gammareplay.marketdata.TableRows;
import com.gammareplay.model.Index;
import com.gammareplay.testing.DemoFolder;
import com.gammareplay.testing.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of a recording is read or counted by one session, or counted for the recording. */
class RowBalanceTest {

    private static final List<Index> INDICES = List.of(Index.values());
    private static final List<String> ZONES = List.of("UTC", "America/New_York", "+14:00", "-12:00", "Asia/Kolkata");

    /** That of the recordings made to be damaged, and the kinds of pages that an index has. */
    private static final int PAGE = 512;

    private static final List<Integer> INDEX_PAGES = List.of(2, 10);

    @TempDir
    Path folder;

    /** Compares what the counters say with what the sessions read, table by table. */
    private static List<TableRows> balance(Path file, Path copies, ZoneId zone) {
        try (var open = new RecordingFile(file, copies, 1000).open()) {
            return open.read(connection -> {
                var tables = Tables.of(connection);
                var sessions =
                        new SessionFinder(connection, tables, zone).find().orElse(null);
                var balance = new ArrayList<TableRows>();
                for (var table : tables.present()) {
                    var rows = new RowCounter(connection, table, zone, sessions).all();
                    assertThat(rows.rows()).isEqualTo(count(connection, table));
                    assertThat(rows.inSessions())
                            .as("%s, %s", table, zone)
                            .isEqualTo(sessions == null ? 0 : read(connection, table, zone, sessions));
                    assertThat(rows.notFound()).as("%s, %s", table, zone).isZero();
                    var outside = new RowCounter(connection, table, zone, sessions).outside();
                    assertThat(outside.stray()).isEqualTo(rows.stray());
                    assertThat(outside.undated()).isEqualTo(rows.undated());
                    assertThat(outside.example()).isEqualTo(rows.undatedExample());
                    balance.add(rows);
                }
                return balance;
            });
        }
    }

    private static long count(Connection connection, RecorderTable table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table.tableName() + " not indexed")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The rows of one table that sessions read or count. */
    private static long read(Connection connection, RecorderTable table, ZoneId zone, SessionRange sessions)
            throws SQLException {
        var alone = new Tables(EnumSet.of(table), EnumSet.of(table));
        var read = 0L;
        for (var session : new ExchangeCalendar().sessions(sessions.first(), sessions.last())) {
            var needs = new DataNeeds(zone, false);
            for (var day : new SessionReader(session, INDICES, needs, alone, () -> false).read(connection, true)) {
                var coverage = day.coverage();
                read += coverage.rows() + coverage.badTimestamps();
                if (table == RecorderTable.OPTIONS_PRICES_LIVE) {
                    assertThat(coverage.rows()).isEqualTo(coverage.legPrices() + coverage.badContracts());
                }
            }
        }
        return read;
    }

    private List<TableRows> balance(TestRecording recording) {
        return ZONES.stream()
                .map(zone -> balance(recording.file(), recording.copies(), ZoneId.of(zone)))
                .toList()
                .getFirst();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_odd_recordings(long seed) throws SQLException {
        assertThat(balance(OddRecording.in(folder, seed))).hasSize(1);
    }

    @Test
    void odd_recordings_have_rows_of_each_kind() throws SQLException {
        var all = new ArrayList<TableRows>();
        for (var seed = 0; seed < 60; seed++) {
            var recording = OddRecording.in(folder.resolve("of-seed-" + seed), seed);
            all.addAll(balance(recording.file(), recording.copies(), ZoneId.of("UTC")));
        }
        assertThat(all)
                .anyMatch(rows -> rows.inSessions() > 0)
                .anyMatch(rows -> rows.undated() > 0)
                .anyMatch(rows -> rows.otherSymbols() > 0)
                .anyMatch(rows -> rows.stray() > 0);
    }

    @Test
    void of_the_demo() {
        var rows = balance(DemoFolder.path().resolve("demo.db"), folder, ZoneId.of("UTC"));
        assertThat(rows)
                .hasSize(5)
                .allSatisfy(table -> assertThat(table.inSessions()).isEqualTo(table.rows()));
        assertThat(rows.getLast().rows()).isGreaterThan(1_000_000);
    }

    static Stream<Path> others() {
        return TestData.files("data", ".db.gz").stream()
                .map(packed -> TestData.recordings()
                        .resolve(packed.getFileName().toString().replace(".gz", "")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void of_other_recordings(Path file) {
        for (var zone : List.of("UTC", "America/New_York")) {
            assertThat(balance(file, folder, ZoneId.of(zone))).isNotEmpty();
        }
    }

    private TestRecording odd() {
        return TestRecording.in(folder)
                .filled()
                .put("2026-01-20 14:35:00", "1", "1.2")
                .sql("insert into gex_peaks(timestamp, index_symbol, peak_rank, strike)"
                        + " values ('2026-01-20 14:36:00', 'SPX', 1, 6970)")
                .put("2026-01-10 14:35:00", "1", "1.2") // before the first session, on a Saturday
                .put("2026-01-13 04:59:59", "1", "1.2") // still the evening of the first session
                .put("2026-01-17 14:35:00", "1", "1.2") // a Saturday
                .put("2026-01-19 14:35:00", "1", "1.2") // Martin Luther King's day
                .put("2026-01-18 14:35", "1", "1.2") // a Sunday in another form
                .put("2026-01-13 14:35", "1", "1.2")
                .put("2026-01-21 14:35:00", "1", "1.2")
                .put("2026-01-22 noon", "1", "1.2")
                .put("9999-01-22 14:35:00", "1", "1.2")
                .put("2026-01-32 14:35:00", "1", "1.2")
                .put("2026-01-13 21:35:00", "1", "1.2") // outside hours
                .sql(TestRecording.legSql("'2026-01-13 14:35:00'", "6970", "'put'", "1", "1.2")
                        .replace("'SPX'", "'spx'"))
                .sql(TestRecording.legSql("'2026-01-21 14:35:00'", "6970", "'put'", "1", "1.2")
                        .replace("'SPX'", "'RUT'"));
    }

    @Test
    void each_row_has_one_reason() {
        assertThat(balance(odd()).getLast())
                .isEqualTo(new TableRows("options_prices_live", 3014, 3004, 3, 4, 1, "2026-01-32 14:35:00", 2));
    }

    @Test
    void a_recording_that_has_changed_is_counted_again() {
        var recording = TestRecording.in(folder).filled();
        var catalog = recording.folder();
        catalog.count("rec", () -> false);
        assertThat(rows(catalog)).isEqualTo(3000);
        recording.put("2026-01-12 14:35:00", "1", "1.2");
        assertThat(catalog.dataset("rec").orElseThrow().readable().orElseThrow().balance())
                .isNull();
        catalog.count("rec", () -> false);
        assertThat(rows(catalog)).isEqualTo(3001);
    }

    private static long rows(RecordingFolder catalog) {
        var content = catalog.dataset("rec").orElseThrow().readable().orElseThrow();
        return Objects.requireNonNull(content.balance()).getLast().rows();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            strftime('%m/%d/%Y %H:%M:%S', timestamp) ; 01/12/2026 14:35:00
            strftime('%s', timestamp)                ; 1768228500
            cast(strftime('%s', timestamp) as int)   ; 1768228500
            strftime('%Y/%m/%d', timestamp)          ; 2026/01/12
            strftime('%Y%m%dT%H%M%S', timestamp)     ; 20260112T143500
            '2026-13-45'                             ; 2026-13-45
            null                                     ; null
            -9e999                                   ; an infinite number
            x'01'                                    ; a blob
            'a' || char(10) || hex(zeroblob(40))     ; a?00000000000000000000000000000000000000…
            """)
    void no_timestamp_makes_rows_vanish(String timestamp, String example) {
        var schema = TestRecording.SCHEMA.stream()
                .map(sql -> sql.contains(" options_prices_live(id")
                        ? sql.replace("timestamp datetime not null", "timestamp blob")
                        : sql)
                .toList();
        var recording = TestRecording.in(folder, schema)
                .filled()
                .sql("update options_prices_live set timestamp = " + timestamp + " where id / 10 % 2 = 1");
        var legs = balance(recording).getLast();
        assertThat(legs.undated()).isEqualTo(1500);
        assertThat(legs.inSessions()).isEqualTo(1500);
        try (var open = recording.open()) {
            assertThat(open.shortcomings()).singleElement().satisfies(lack -> {
                assertThat(lack.code()).isEqualTo("ROWS_WITHOUT_DATE");
                assertThat(lack.message())
                        .isEqualTo("1500 rows of table options_prices_live belong to no session: their timestamp names"
                                + " no date, such as " + example + ".");
                assertThat(lack.details().toString()).isEqualTo("{table=options_prices_live, example=" + example + "}");
            });
        }
    }

    @Test
    void stray_rows_are_a_shortcoming_and_can_be_replayed() {
        try (var open = odd().open()) {
            assertThat(open.shortcomings())
                    .extracting(Shortcoming::code, Shortcoming::message)
                    .contains(tuple(
                            "STRAY_ROWS",
                            "4 rows of table options_prices_live lie outside the first and the last session,"
                                    + " 2026-01-12 and 2026-01-20."));
            assertThat(open.shortcomings())
                    .filteredOn(lack -> lack.code().equals("STRAY_ROWS"))
                    .singleElement()
                    .extracting(lack -> lack.details().toString())
                    .isEqualTo("{table=options_prices_live, firstSession=2026-01-12," + " lastSession=2026-01-20}");
            var stray = TestRecording.session(TestRecording.DATE.plusDays(9));
            assertThat(open.open(stray, INDICES).coverage().getFirst().legPrices())
                    .isEqualTo(1);
        }
    }

    private static int placeInIndex(byte[] content, String wanted) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var place = text.indexOf(wanted);
        while (!INDEX_PAGES.contains((int) content[place / PAGE * PAGE])) {
            place = text.indexOf(wanted, place + 1);
        }
        return place;
    }

    /** A key that is greater than those behind it ends a walk through the index before its time. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-12 15:20:00", "2026-01-12 15:00:00", "2026-01-12 17:30:00"})
    void a_damaged_index_shows(String time) throws IOException {
        var written = LegPricePaths.recording(
                folder,
                LegPricePaths.rows(1, "2026-01-12 15:00:00"),
                LegPricePaths.rows(51, "2026-01-12 16:00:00"),
                LegPricePaths.rows(101, "2026-01-12 17:00:00"));
        var content = Files.readAllBytes(written.file());
        content[placeInIndex(content, time)] ^= 4; // 2026 becomes 6026
        var damaged = TestRecording.of(folder, content).folder();
        damaged.count("rec", () -> false);
        var dataset = damaged.dataset("rec").orElseThrow().readable().orElseThrow();
        var legs = Objects.requireNonNull(dataset.balance()).getLast();
        assertThat(legs.rows()).isEqualTo(150);
        assertThat(legs.notFound()).isPositive();
        assertThat(legs.inSessions()).isLessThan(150);
    }

    /** Under such a collation SQLite itself takes them for the same. */
    @Test
    void an_index_in_other_letters_is_another_one_to_list_and_replay_alike() {
        var schema = TestRecording.SCHEMA.stream()
                .map(sql -> sql.replace("index_symbol text not null", "index_symbol text not null collate nocase"))
                .toList();
        var recording = TestRecording.in(folder, schema)
                .filled()
                .sql("update options_prices_live set index_symbol = 'spx' where id > 1000");
        assertThat(balance(recording).getLast().otherSymbols()).isEqualTo(2000);
        assertThat(recording.coverage().legPrices()).isEqualTo(1000);
        for (var table : RecorderTable.values()) {
            recording.sql("update " + table.tableName() + " set index_symbol = 'spx'");
        }
        var content = recording.folder().dataset("rec").orElseThrow().readable().orElseThrow();
        assertThat(content.indices()).isEmpty();
        assertThat(content.sessions()).isNull();
        assertThat(recording.coverage().hasData()).isFalse();
        assertThat(balance(recording).getLast().otherSymbols()).isEqualTo(3000);
    }
}
