package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.SessionRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which session on a recording has both peaks and leg prices, and up to which one. */
class SessionFinderTest {

    private static final SessionRange USUAL = range("2026-01-12", "2026-01-14");

    @TempDir
    Path folder;

    private @Nullable TestRecording written;

    private static SessionRange range(String first, String last) {
        return new SessionRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    private TestRecording recording() {
        return Objects.requireNonNull(written);
    }

    @BeforeEach
    void write() {
        written = TestRecording.in(folder);
        legs("2026-01-12 14:35:00", "2026-01-14 20:59:00");
        peaks("2026-01-12 14:36:00", "2026-01-14 20:00:00");
    }

    private void legs(String... timestamps) {
        for (var timestamp : timestamps) {
            recording().put(timestamp, "1", "1.2");
        }
    }

    private void peaks(String... timestamps) {
        for (var timestamp : timestamps) {
            recording()
                    .sql("insert into gex_peaks(timestamp, index_symbol, peak_rank, strike) values ('" + timestamp
                            + "', 'SPX', 1, 6970)");
        }
    }

    private void snapshots(String... timestamps) {
        for (var timestamp : timestamps) {
            recording()
                    .sql("insert into options_snapshots(timestamp, index_symbol, underlying_price, vix, expiration,"
                            + " chain_data) values ('" + timestamp + "', 'SPX', 6971.5, 15.5, '2026-01-12', '[]')");
        }
    }

    private Optional<SessionRange> sessions() {
        return recording().folder().sessions("rec", ZoneOffset.UTC);
    }

    private void assertSessions(String first, String last) {
        assertThat(sessions()).hasValue(range(first, last));
    }

    @Test
    void a_recording_goes_from_its_first_session_to_its_last() {
        assertThat(sessions()).hasValue(USUAL);
        assertThat(recording().folder().datasets())
                .extracting(Dataset::content)
                .extracting(Dataset.Content::sessions)
                .containsExactly(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-02 14:35:00",
                "2019-12-31 14:35:00",
                "2029-01-02 14:35:00",
                "9999-01-04 14:35:00",
                "0000",
                "2027-01-04 14:35:00",
                "2026-01-09 14:35:00",
                "2026-01-15 14:35:00",
                "2026-01-10 14:35:00",
                "2026-01-17 14:35:00",
                "2026-01-19 14:35:00",
                "2026-13-45 14:35:00",
                "2026-02-30 14:35:00",
                "2026/01/20",
                "1768228530",
                "x"
            })
    void one_stray_row_decides_nothing(String timestamp) {
        legs(timestamp);
        assertThat(sessions()).as("a leg price").hasValue(USUAL);
        recording().sql("delete from options_prices_live where timestamp = '" + timestamp + "'");
        peaks(timestamp);
        assertThat(sessions()).as("a peak").hasValue(USUAL);
        snapshots(timestamp);
        assertThat(sessions()).as("a chain").hasValue(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-10 14:35:00",
                "2026-01-17 14:35:00",
                "1970-01-02 14:35:00",
                "9999-01-04 14:35:00",
                "2026-01-16 noon",
                "2026-02-30 14:35:00"
            })
    void what_is_no_session_decides_nothing_in_any_table(String timestamp) {
        legs(timestamp);
        peaks(timestamp);
        assertThat(sessions()).hasValue(USUAL);
    }

    /** In order of text such a row is the last one that begins with its date. */
    @Test
    void the_search_gets_past_a_date_that_is_followed_by_the_greatest_letter() {
        for (var date : List.of("2025-12-25", "2025-12-29")) {
            legs(date + Character.toString(Character.MAX_CODE_POINT) + "x");
        }

        assertThat(sessions()).hasValue(USUAL);
    }

    @Test
    void the_later_of_the_firsts_and_the_earlier_of_the_lasts_count() {
        peaks("2026-01-09 14:36:00");
        legs("2026-01-16 14:36:00");
        assertThat(sessions()).hasValue(USUAL);
        legs("2026-01-08 14:36:00");
        peaks("2026-01-15 14:36:00");
        assertSessions("2026-01-09", "2026-01-15");
    }

    @Test
    void a_table_that_is_missing_or_empty_is_passed_over() {
        snapshots("2026-01-13 14:36:00", "2026-01-15 14:36:00");
        recording().sql("delete from gex_peaks");
        assertSessions("2026-01-13", "2026-01-14");
        recording().sql("drop table gex_peaks");
        assertSessions("2026-01-13", "2026-01-14");
        recording().sql("drop table options_snapshots");
        assertThat(sessions()).hasValue(USUAL);
        recording().sql("delete from options_prices_live");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void peaks_alone_suffice_too() {
        recording().sql("drop table options_prices_live");
        peaks("2026-01-15 14:36:00");
        assertSessions("2026-01-12", "2026-01-15");
    }

    @Test
    void peaks_that_end_before_the_leg_prices_begin_leave_no_session() {
        recording().sql("delete from gex_peaks");
        peaks("2026-01-09 14:36:00");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void rows_of_other_indices_count_for_nothing() {
        recording()
                .sql(
                        "insert into options_prices_live(timestamp, index_symbol, strike, option_type) values"
                                + " ('2026-01-09 14:35:00', 'RUT', 1, 'put'), ('2026-01-15 14:35:00', 'spx', 1, 'put')",
                        "insert into gex_peaks(timestamp, index_symbol, peak_rank, strike) values"
                                + " ('2026-01-09 14:35:00', 'SPX', 1, 1), ('2026-01-15 14:35:00', 'SPX', 1, 1)");
        assertThat(sessions()).hasValue(USUAL);
    }

    /** A table is read once then, instead of being looked into. */
    @ParameterizedTest
    @CsvSource({"UTC", "Asia/Tokyo", "Pacific/Honolulu"})
    void without_an_index_on_the_timestamp_it_is_the_same(ZoneId zone) {
        legs("1970-01-02 14:35:00", "9999-01-04 14:35:00", "2026-01-17 14:35:00", "2026-01-09 noon");
        legs("2026-01-13 04:30:00Z", "2026-01-15 05:30:00", "2026-01-12 03:00:00");
        var indexed = recording().folder().sessions("rec", zone);
        recording().sql("drop index idx_prices_time");
        assertThat(recording().folder().sessions("rec", zone)).isPresent().isEqualTo(indexed);
    }

    /** Which row is the oldest depends on the zone in which those without one were written. */
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-01-13, 2026-01-15",
        "Asia/Tokyo, 2026-01-12, 2026-01-14",
        "Pacific/Kiritimati, 2026-01-12, 2026-01-14",
        "Pacific/Honolulu, 2026-01-13, 2026-01-15"
    })
    void the_zone_says_to_which_session_a_row_belongs(ZoneId zone, LocalDate first, LocalDate last) {
        recording().sql("drop table gex_peaks", "delete from options_prices_live");
        legs("2026-01-13 06:00:00Z", "2026-01-13 13:30:00", "2026-01-14 12:00:00");
        legs("2026-01-15 04:30:00Z", "2026-01-15 05:30:00");
        assertThat(recording().folder().sessions("rec", zone)).hasValue(new SessionRange(first, last));
    }

    @Test
    void they_are_looked_for_again_after_a_change() {
        var catalog = recording().folder();
        var tokyo = ZoneId.of("Asia/Tokyo");
        assertThat(catalog.sessions("rec", ZoneOffset.UTC)).hasValue(USUAL);
        assertThat(catalog.sessions("rec", tokyo)).isEqualTo(catalog.sessions("rec", tokyo));
        legs("2026-01-15 14:36:00");
        peaks("2026-01-15 14:36:00");
        assertThat(catalog.sessions("rec", ZoneOffset.UTC)).hasValue(range("2026-01-12", "2026-01-15"));
    }
}
