package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timestamps of recordings: their forms, zones, order and what is none. */
class TimestampTest {

    private static final long FIRST = Instant.parse("2026-01-12T14:35:39Z").getEpochSecond();

    @TempDir
    Path folder;

    private TestRecording recording() {
        return TestRecording.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-12 14:35:39",
                "2026-01-12T14:35:39",
                "2026-01-12 14:35:39.999",
                "2026-01-12 14:35:39.123456",
                "2026-01-12T14:35:39Z",
                "2026-01-12T14:35:39.5Z",
                "2026-01-12 14:35:39+00:00",
                "2026-01-12T14:35:39.000001+00:00",
                "2026-01-12T14:35:39-00:00"
            })
    void every_form_names_its_second(String timestamp) {
        var session = recording().put(timestamp, "1", "1.2").read();
        assertThat(TestRecording.quote(session, FIRST - 1)).isEqualTo("none");
        var again = TestRecording.quote(session, FIRST);
        assertThat(again).isEqualTo("100/120");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-12",
                "2026-01-12 14:35",
                "2026-01-12 14:35:60",
                "2026-01-12 24:00:00",
                "2026-01-12 14:35:39 ",
                "2026-01-12 14:35:39+01:00",
                "2026-01-12 14:35:39z",
                "2026-01-12 14:35:39.",
                "2026-01-12  14:35:39",
                "2026-01-12t14:35:39",
                "2026-01-12 2:35:39 PM",
                "2026-01-12 \u0661\u0664:35:39"
            })
    void any_other_text_is_counted_and_left_out(String timestamp) {
        var coverage = recording().put(timestamp, "1", "1.2").coverage();
        assertThat(coverage.badTimestamps()).isEqualTo(1);
        assertThat(coverage.rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1768228539", "1768228539.5", "x'323032362d30312d3132'", "null", "''", "'noon'"})
    void what_names_no_date_is_left_out_and_counted(String timestamp) {
        var recording = TestRecording.in(folder, TestRecording.LOOSE_SCHEMA)
                .leg(timestamp, "6970", "'put'", "1", "1.2")
                .leg("'2026-01-12 14:35:39'", "6970", "'put'", "2", "2.2");
        assertThat(recording.coverage().rows()).isEqualTo(1);
        assertThat(recording.lastQuote()).isEqualTo("200/220");
        assertThat(recording.folder().datasets().getFirst().readable()).isPresent();
        try (var open = recording.open()) {
            assertThat(open.shortcomings())
                    .anyMatch(lack -> lack.code().equals("ROWS_WITHOUT_DATE")
                            && lack.message().startsWith("1 rows of table options_prices_live"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-01-12 14:35:39",
        "America/New_York, 2026-01-12 09:35:39",
        "Asia/Tokyo, 2026-01-12 23:35:39",
        "America/New_York, 2026-01-12 14:35:39Z",
        "Asia/Tokyo, 2026-01-12T14:35:39+00:00",
        "Pacific/Kiritimati, 2026-01-13 04:35:39"
    })
    void a_zone_applies_to_texts_without_one(String zone, String timestamp) {
        var session = recording().put(timestamp, "1", "1.2").read(ZoneId.of(zone), TestRecording.SESSION);
        assertThat(TestRecording.quote(session, FIRST - 1)).isEqualTo("none");
        assertThat(TestRecording.quote(session, FIRST)).isEqualTo("100/120");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-06 14:30:00",
        "2026-03-09, 2026-03-09 13:30:00",
        "2025-10-31, 2025-10-31 13:30:00",
        "2025-11-03, 2025-11-03 14:30:00"
    })
    void sessions_around_a_change_of_clocks_begin_at_their_hour(LocalDate date, String open) {
        var session = TestRecording.session(date);
        var read = recording().put(open, "1", "1.2").read(ZoneOffset.UTC, session);
        assertThat(TestRecording.quote(read, session.open() - 1)).isEqualTo("none");
        assertThat(TestRecording.quote(read, session.open())).isEqualTo("100/120");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12 04:59:59, 0",
        "2026-01-12 05:00:00, 1",
        "2026-01-13 04:59:59, 1",
        "2026-01-13 05:00:00, 0",
    })
    void a_session_has_the_rows_of_its_new_york_date(String timestamp, int rows) {
        assertThat(recording().put(timestamp, "1", "1.2").coverage().rows()).isEqualTo(rows);
    }

    @Test
    void rows_out_of_order_are_put_in_order() {
        var session = recording()
                .put("2026-01-12 14:37:00", "3", "3.2")
                .put("2026-01-12 14:35:00", "1", "1.2")
                .put("2026-01-12 14:36:00", "2", "2.2")
                .read();
        var minute = Instant.parse("2026-01-12T14:35:00Z").getEpochSecond();
        assertThat(TestRecording.quote(session, minute)).isEqualTo("100/120");
        assertThat(TestRecording.quote(session, minute + 60)).isEqualTo("200/220");
        assertThat(TestRecording.quote(session, minute + 120)).isEqualTo("300/320");
    }

    @Test
    void the_highest_id_of_a_second_wins_in_whatever_form() {
        var recording = recording()
                .put("2026-01-12T14:35:39Z", "1", "1.2")
                .put("2026-01-12 14:35:39.7", "2", "2.2")
                .put("2026-01-12 14:35:39", "3", "3.2");
        assertThat(recording.lastQuote()).isEqualTo("300/320");
        assertThat(recording.coverage().duplicateQuotes()).isEqualTo(2);
        assertThat(recording.put("2026-01-12 14:35:39+00:00", "4", "4.2").lastQuote())
                .isEqualTo("400/420");
        recording.sql("update options_prices_live set id = 100 where bid = 1");
        assertThat(recording.lastQuote()).isEqualTo("100/120");
    }

    @Test
    void the_highest_id_of_a_second_wins_in_the_other_tables_too() {
        var recording = recording()
                .sql(
                        "insert into gex_peaks(id, timestamp, index_symbol, peak_rank, strike) values"
                                + " (9, '2026-01-12 14:36:00', 'SPX', 1, 6990),"
                                + " (8, '2026-01-12T14:36:00Z', 'SPX', 1, 6980)",
                        "insert into market_context(id, timestamp, index_symbol, underlying_price, vix) values"
                                + " (9, '2026-01-12 14:36:00', 'SPX', 6990, 19),"
                                + " (8, '2026-01-12 14:36:00.5', 'SPX', 6980, 18)");
        var session = recording.read();
        session.advanceTo(TestRecording.SESSION.close());
        var view = session.view(Index.SPX);
        assertThat(view.vix(86_400)).isEqualTo(19);
        assertThat(view.indexPrice().orElseThrow().cents()).isEqualTo(699_000);
        assertThat(session.coverage().getFirst().peakSnapshots()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop index idx_prices_time",
                "pragma encoding = 'UTF-16le'",
                "create table t(a)",
            })
    void timestamps_are_found_however_the_recording_is_built(String sql) {
        var schema = new ArrayList<>(TestRecording.SCHEMA);
        schema.add(sql.startsWith("pragma") ? 0 : schema.size(), sql);
        var recording = TestRecording.in(folder, schema)
                .put("2026-01-12T14:36:00", "2", "2.2")
                .put("2026-01-12 14:35:00", "1", "1.2");
        assertThat(recording.lastQuote()).isEqualTo("200/220");
    }
}
