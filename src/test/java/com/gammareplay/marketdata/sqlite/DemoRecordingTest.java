package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is in the demo dataset, asked with SQL as any reader would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRecordingTest {

    private static final List<String> TABLES =
            List.of("options_snapshots", "gex_peaks", "competing_peaks", "market_context", "options_prices_live");

    /** SHA-256 of all rows as text; a change of it needs new documented trades. */
    private static final String ROWS = "83894fa0356f0009264478e3baffd0396cdbf3da4b7dd282184f397cadd7324c";

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private SqlRows demo = new SqlRows(Path.of("demo.db"));

    @BeforeAll
    void write_the_demo(@TempDir Path folder) throws IOException {
        demo = new SqlRows(folder.resolve("demo.db"));
        new SyntheticRecordings().writeDemo(demo.file(), false, (done, total) -> {});
    }

    @Test
    void it_has_both_indices_on_five_sessions() throws SQLException {
        for (var table : TABLES) {
            assertThat(demo.strings(
                            "SELECT DISTINCT date(timestamp) || ' ' || index_symbol FROM " + table + " ORDER BY 1"))
                    .as(table)
                    .containsExactly(
                            "2025-11-24 NDX",
                            "2025-11-24 SPX",
                            "2025-11-25 NDX",
                            "2025-11-25 SPX",
                            "2025-11-26 NDX",
                            "2025-11-26 SPX",
                            "2025-11-28 NDX",
                            "2025-11-28 SPX",
                            "2025-12-01 NDX",
                            "2025-12-01 SPX");
        }
    }

    @Test
    void every_timestamp_is_inside_its_session() throws SQLException {
        for (var table : TABLES) {
            for (var instant : instants("SELECT DISTINCT timestamp FROM " + table)) {
                var session = session(NewYork.date(instant));
                assertThat(instant).isBetween(session.open(), session.close() - 1);
            }
        }
    }

    @Test
    void quotes_come_every_half_minute_up_to_the_close_but_on_no_grid() throws SQLException {
        for (var date : demo.strings("SELECT DISTINCT date(timestamp) FROM gex_peaks")) {
            var instants = instants("SELECT DISTINCT timestamp FROM options_prices_live WHERE index_symbol = 'SPX'"
                    + " AND date(timestamp) = '" + date + "' ORDER BY id");
            var session = session(LocalDate.parse(date));
            assertThat(instants.getFirst()).isBetween(session.open() + 240, session.open() + 360);
            assertThat(instants.getLast()).isBetween(session.close() - 60, session.close() - 1);
            assertThat(steps(instants).filter(step -> step > 33).count()).isLessThanOrEqualTo(1);
            assertThat(steps(instants).distinct().toArray()).contains(30, 31, 32, 33);
        }
    }

    @Test
    void quotes_are_as_dense_as_the_recorders() throws SQLException {
        assertThat(demo.strings("SELECT DISTINCT index_symbol || ' ' || count(*) FROM options_prices_live"
                        + " GROUP BY timestamp, index_symbol ORDER BY 1"))
                .containsExactly("NDX 102", "SPX 202");
        assertThat(demo.count("options_prices_live")).isBetween(950_000L, 1_050_000L);
    }

    @Test
    void quotes_lie_around_the_latest_rank_one_peak() throws SQLException {
        assertThat(demo.count("options_prices_live p WHERE abs(strike - (SELECT strike FROM gex_peaks g"
                        + " WHERE g.index_symbol = p.index_symbol AND g.timestamp <= p.timestamp AND peak_rank = 1"
                        + " ORDER BY g.timestamp DESC LIMIT 1)) <= 250 AND p.id % 97 = 0"))
                .isEqualTo(demo.count("options_prices_live WHERE id % 97 = 0"));
    }

    @Test
    void the_early_close_ends_at_one() throws SQLException {
        var last = demo.strings("SELECT max(timestamp) FROM options_prices_live WHERE date(timestamp) = '2025-11-28'");
        assertThat(NewYork.time(instant(last.getFirst()))).isBetween(LocalTime.of(12, 59), LocalTime.of(13, 0));
        assertThat(session(LocalDate.of(2025, 11, 28)).early()).isTrue();
    }

    @Test
    void the_recorder_was_out_for_some_minutes_on_one_day() throws SQLException {
        var instants = instants("SELECT DISTINCT timestamp FROM options_prices_live WHERE index_symbol = 'SPX'"
                + " AND date(timestamp) = '2025-11-24' ORDER BY id");
        assertThat(steps(instants).max().orElseThrow()).isBetween(7 * 60, 9 * 60);
    }

    @Test
    void each_check_has_three_snapshots_except_a_missed_one() throws SQLException {
        for (var table : List.of("options_snapshots", "market_context", "competing_peaks")) {
            for (var index : List.of("SPX", "NDX")) {
                assertThat(countsByDay(table + " WHERE index_symbol = '" + index + "'"))
                        .as(table)
                        .containsExactly(36L, 33L, 36L, 21L, 36L);
            }
        }
        assertThat(countsByDay("gex_peaks")).containsExactly(216L, 198L, 216L, 126L, 216L);
        assertThat(demo.count("gex_peaks WHERE timestamp BETWEEN '2025-11-25 15:25:00' AND '2025-11-25 15:35:00'"))
                .isZero();
    }

    @Test
    void snapshots_of_a_check_are_within_little_more_than_a_minute() throws SQLException {
        for (var instant : instants("SELECT DISTINCT timestamp FROM options_snapshots")) {
            var second = NewYork.time(instant).toSecondOfDay();
            var fromHalfHour = Math.abs((second + 900) % 1_800 - 900);
            var fromFirst = Math.abs(second - LocalTime.of(9, 36).toSecondOfDay());
            assertThat(Math.min(fromHalfHour, fromFirst)).isLessThanOrEqualTo(85);
        }
    }

    @Test
    void quotes_are_on_the_tick_and_never_crossed() throws SQLException {
        assertThat(demo.count("options_prices_live WHERE bid < 0 OR ask <= 0 OR ask < bid"))
                .isZero();
        assertThat(demo.count("options_prices_live WHERE abs(mid - (bid + ask) / 2) > 1e-9"))
                .isZero();
        for (var price : List.of("bid", "ask", "last")) {
            var cents = "CAST(round(" + price + " * 100) AS INTEGER)";
            assertThat(demo.count("options_prices_live WHERE " + cents + " % (CASE WHEN " + price
                            + " < 3 THEN 5 ELSE 10 END) <> 0"))
                    .as(price)
                    .isZero();
        }
    }

    @Test
    void quotes_near_the_money_are_a_tick_or_two_wide() throws SQLException {
        assertThat(demo.count("options_prices_live WHERE index_symbol = 'SPX' AND ask < 20 AND ask - bid > 0.301"))
                .isZero();
        assertThat(demo.count("options_prices_live WHERE index_symbol = 'NDX' AND ask < 100 AND ask - bid > 0.701"))
                .isZero();
        assertThat(demo.count("options_prices_live WHERE bid = 0")).isPositive();
    }

    @Test
    void its_rows_never_change_because_documented_trades_rest_on_them() throws SQLException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var table : TABLES) {
            demo.each(
                    "SELECT * FROM " + table + " ORDER BY id",
                    DemoRecordingTest::text,
                    row -> digest.update(row.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(ROWS);
    }

    @Test
    void vix_stays_in_a_plausible_range() throws SQLException {
        assertThat(demo.count("market_context WHERE vix NOT BETWEEN 12 AND 24")).isZero();
    }

    private static String text(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append(row.getObject(column)).append('|');
        }
        return text.append('\n').toString();
    }

    private List<Long> countsByDay(String from) throws SQLException {
        return demo.list(
                "SELECT count(*) FROM " + from + " GROUP BY date(timestamp) ORDER BY date(timestamp)",
                row -> row.getLong(1));
    }

    private Session session(LocalDate date) {
        return calendar.session(date).orElseThrow();
    }

    private List<Long> instants(String sql) throws SQLException {
        return demo.list(sql, row -> instant(row.getString(1)));
    }

    private static long instant(String timestamp) {
        return LocalDateTime.parse(timestamp, TIMESTAMP).toEpochSecond(ZoneOffset.UTC);
    }

    private static IntStream steps(List<Long> instants) {
        return IntStream.range(1, instants.size()).map(i -> (int) (instants.get(i) - instants.get(i - 1)));
    }
}
