package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leg prices read pass by pass are those that JDBC reads alone, or are left to it. */
class LegPricePathsTest {

    private static final List<String> ZONES = List.of("+05:30", "-12:00", "+14:00", "America/New_York");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_odd_recording_is_read_alike_on_both_paths(long seed) throws SQLException {
        var recording = OddRecording.in(folder, seed);
        for (var zone : List.of("UTC", ZONES.get((int) seed % ZONES.size()))) {
            var paths = new LegPricePaths(recording, ZoneId.of(zone), TestRecording.SESSION);
            assertThat(paths.byPasses()).as(zone).isEqualTo(paths.byRows());
        }
    }

    @Test
    void most_odd_recordings_are_read_by_one_path_and_many_by_the_other() throws SQLException {
        var byPasses = 0;
        for (var seed = 0; seed < 40; seed++) {
            var recording = OddRecording.in(folder.resolve("of-seed-" + seed), seed);
            byPasses += new LegPricePaths(recording).arePassesRead() ? 1 : 0;
        }
        assertThat(byPasses).isBetween(5, 35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_plain_recording_is_read_pass_by_pass(String journalMode) {
        var recording = TestRecording.in(folder).filled().sql("pragma journal_mode = " + journalMode);
        assertThat(new LegPricePaths(recording).arePassesRead()).isTrue();
        LegPricePaths.assertAlike(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"found", "keys"})
    void a_column_more_may_have_any_name(String name) {
        LegPricePaths.assertAlike(
                TestRecording.in(folder).filled().sql("alter table options_prices_live add column " + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1768228539", "x'32'", "'2026-01-20 14:35:00'", "''"})
    void a_row_between_two_of_a_timestamp_hides_neither(String between) {
        var time = "'2026-01-12 14:35:00'";
        var recording = LegPricePaths.recording(
                folder,
                LegPricePaths.row(1, time, "1.1"),
                LegPricePaths.row(2, between, "1.2"),
                LegPricePaths.row(3, time, "1.3"));
        LegPricePaths.assertAlike(recording);
        assertThat(recording.lastQuote()).isEqualTo("130/150");
    }

    @Test
    void rows_of_the_night_in_another_form_may_come_first() {
        var recording = LegPricePaths.recording(
                        folder,
                        LegPricePaths.rows(1, "2026-01-13 01:00:00"),
                        LegPricePaths.rows(101, "2026-01-12 15:00:00"))
                .sql("update options_prices_live set timestamp = replace(timestamp, ' ', 'T') where id < 101");
        assertThat(new LegPricePaths(recording).arePassesRead()).isTrue();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.coverage().rows()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "-9223372036854775808, 9223372036854775807",
        "-9223372036854775808, -9223372036854775807",
        "9223372036854775806, 9223372036854775807",
        "-1, 0",
        "1, 70000",
        "1, 65536"
    })
    void any_ids_are_found(long first, long second) {
        LegPricePaths.assertAlike(LegPricePaths.recording(
                folder,
                LegPricePaths.row(first, "'2026-01-12 14:35:00'", "1.1"),
                LegPricePaths.row(second, "'2026-01-12 14:35:00'", "1.2")));
    }

    @Test
    void a_key_that_is_not_the_id_of_its_row_is_left_to_jdbc() {
        var recording = TestRecording.in(
                        folder,
                        List.of(
                                "create table options_prices_live(id integer primary key desc, timestamp, index_symbol,"
                                        + " strike, option_type, bid, ask)",
                                "create index idx_prices_time on options_prices_live(timestamp)"))
                .sql(LegPricePaths.rows(101, "2026-01-12 15:00:00"));
        assertThat(new LegPricePaths(recording).arePassesRead()).isFalse();
        LegPricePaths.assertAlike(recording);
    }

    @Test
    void passes_that_lie_all_over_the_table_are_read_by_the_index() {
        var recording = LegPricePaths.recording(folder, LegPricePaths.rows(1, "2026-01-12 15:00:00"))
                .sql("update options_prices_live set id = id * 2000")
                .sql("insert into options_prices_live select id + 500000, timestamp, index_symbol, strike + 5,"
                        + " option_type, bid, ask from options_prices_live");
        assertThat(new LegPricePaths(recording).arePassesRead()).isTrue();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.coverage().legPrices()).isEqualTo(100);
    }

    @Test
    void passes_that_were_written_at_once_are_left_to_jdbc() {
        var recording = LegPricePaths.recording(
                folder,
                LegPricePaths.row(1, "'2026-01-12 14:35:00'", "1.1"),
                LegPricePaths.row(2, "'2026-01-12 14:35:30'", "1.2"),
                LegPricePaths.row(3, "'2026-01-12 14:35:00'", "1.3"));
        assertThat(new LegPricePaths(recording).arePassesRead()).isFalse();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.coverage().legPrices()).isEqualTo(3);
    }

    /** Between them the id decides, whatever the order of the texts. */
    @ParameterizedTest
    @CsvSource({"'2026-01-12T14:35:00', '2026-01-12 14:35:00'", "'2026-01-12 14:35:00.5', '2026-01-12 14:35:00'"})
    void two_texts_of_one_instant_are_left_to_jdbc(String first, String second) {
        var recording = LegPricePaths.recording(
                folder,
                LegPricePaths.row(1, "'" + first + "'", "1.1"),
                LegPricePaths.row(2, "'" + second + "'", "1.2"));
        assertThat(new LegPricePaths(recording).arePassesRead()).isFalse();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.lastQuote()).isEqualTo("120/150");
    }

    @Test
    void a_timestamp_that_cannot_be_read_is_left_to_jdbc() {
        var recording = LegPricePaths.recording(folder, LegPricePaths.rows(1, "2026-01-12 15:00:00"))
                .sql("update options_prices_live set timestamp = timestamp || 'x' where id = 7");
        assertThat(new LegPricePaths(recording).arePassesRead()).isFalse();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.coverage().badTimestamps()).isEqualTo(1);
    }
}
