package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are kept outlive rows of other sessions that are added to the recording. */
class GrowingRecordingTest {

    private static final Session FIRST = TestRecording.SESSION;
    private static final Session SECOND = TestRecording.session(LocalDate.of(2026, 1, 13));
    private static final String EDIT = "update options_prices_live set bid = 3, ask = 3.1 where bid = 1";

    @TempDir
    private Path root = Path.of("");

    private TestRecording recording;
    private DayStore store;
    private RecordingFolder folder;
    private Duration ahead = Duration.ofSeconds(10);

    @BeforeEach
    void record() {
        recording = TestRecording.in(root.resolve("one"))
                .put("2026-01-12 14:35:00", "1", "1.2")
                .put("2026-01-13 14:35:00", "2", "2.2");
        startAgain();
    }

    /** As in a process that knows of nothing but the kept days; its clock is ahead, so that no recording is too young. */
    private void startAgain() {
        store = new DayStore(
                root.resolve("cache"), Long.MAX_VALUE, () -> Instant.now().plus(ahead));
        folder = new RecordingFolder(recording.data(), root.resolve("none"), root, recording.copies(), 200, store);
    }

    private Recording open() {
        return folder.open("rec", new DataNeeds(ZoneOffset.UTC, false), () -> false);
    }

    private String quote(Session session) {
        try (var open = open()) {
            return TestRecording.quote(open.open(session, List.of(Index.SPX)), session.close());
        }
    }

    private void keepBoth() {
        quote(FIRST);
        quote(SECOND);
    }

    private void addPass(String... more) {
        atOnce(Stream.concat(Stream.of(pass(13)), Stream.of(more)).toArray(String[]::new));
    }

    private static String pass(int day) {
        return TestRecording.legSql("'2026-01-" + day + " 14:36:00'", "6970", "'put'", "4", "4.2");
    }

    private void atOnce(String... statements) {
        recording.sql(Stream.of(Stream.of("begin"), Stream.of(statements), Stream.of("commit"))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    private long misses(Session session, String quote) {
        var before = store.misses();
        assertThat(quote(session)).isEqualTo(quote);
        return store.misses() - before;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void only_the_sessions_to_which_rows_were_added_are_read_again(boolean isAnotherProcess) {
        keepBoth();
        addPass();
        if (isAnotherProcess) {
            startAgain();
        }

        assertThat(misses(FIRST, "100/120")).isZero();
        assertThat(misses(SECOND, "400/420")).isOne();
        assertThat(misses(SECOND, "400/420")).isZero();
    }

    @Test
    void rows_that_are_added_late_to_an_old_session_are_noticed() {
        keepBoth();
        addPass(TestRecording.legSql("'2026-01-12T14:36:00Z'", "6970", "'put'", "5", "5.2"));

        assertThat(misses(FIRST, "500/520")).isOne();
    }

    @Test
    void rows_of_other_tables_count_too() {
        keepBoth();
        addPass("insert into market_context(timestamp, index_symbol, underlying_price, vix) values"
                + " ('2026-01-12 15:00:00', 'SPX', 6900, 15)");

        assertThat(misses(FIRST, "100/120")).isOne();
    }

    @Test
    void a_change_that_comes_with_a_new_row_is_noticed_when_the_session_is_prepared() {
        keepBoth();
        addPass(EDIT);
        assertThat(misses(FIRST, "100/120")).isZero();
        byte[] used;
        try (var open = open()) {
            used = open.open(FIRST, List.of(Index.SPX)).digest();
            assertThat(open.prepare(FIRST)).isTrue();
            assertThat(open.open(FIRST, List.of(Index.SPX)).digest()).isNotEqualTo(used);
        }

        assertThat(misses(FIRST, "300/310")).isZero();
    }

    /** As while a recorder writes every second. */
    @Test
    void a_change_is_noticed_though_the_recording_changed_a_moment_ago() {
        keepBoth();
        addPass(EDIT);
        ahead = Duration.ZERO;
        assertThat(misses(FIRST, "100/120")).isZero();
        try (var open = open()) {
            assertThat(open.prepare(FIRST)).isFalse();
        }

        assertThat(misses(FIRST, "300/310")).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void days_that_are_not_prepared_are_read_again_once_that_is_asked_for(boolean isAnotherProcess) {
        keepBoth();
        addPass(EDIT);
        if (isAnotherProcess) {
            startAgain();
        } else {
            assertThat(misses(FIRST, "100/120")).isZero();
        }
        try (var open = open()) {
            open.distrust();
        }

        assertThat(misses(FIRST, "300/310")).isOne();
        assertThat(misses(FIRST, "300/310")).isZero();
    }

    @Test
    void a_table_that_is_made_while_sessions_are_read_is_read_too() {
        recording.sql("drop table market_context");
        try (var open = open()) {
            open.open(SECOND, List.of(Index.SPX));
            recording.sql(
                    "create table market_context(id integer primary key, timestamp text, index_symbol text,"
                            + " underlying_price real, vix real)",
                    "insert into market_context(timestamp, index_symbol, underlying_price, vix) values"
                            + " ('2026-01-12 15:00:00', 'SPX', 6900, 15)");
            open.open(FIRST, List.of(Index.SPX));
        }
        try (var open = open()) {
            var coverage = open.open(FIRST, List.of(Index.SPX)).coverage().getFirst();
            assertThat(coverage.contextRows()).isOne();
        }
        assertThat(store.hits()).isOne();
    }

    @Test
    void rows_of_which_nothing_is_used_are_part_of_the_digest() {
        try (var open = open()) {
            var before = open.open(FIRST, List.of(Index.SPX)).digest();
            recording.sql(
                    "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask) values"
                            + " ('2026-01-12 14:36:00', 'SPX', 6970, 'none', 1, 2)");

            assertThat(open.open(FIRST, List.of(Index.SPX)).digest()).isNotEqualTo(before);
        }
    }

    @Test
    void once_a_change_was_found_all_days_are_read_again() {
        keepBoth();
        atOnce(pass(14), EDIT);
        assertThat(misses(SECOND, "200/220")).isZero();
        try (var open = open()) {
            open.prepare(FIRST);
        }

        assertThat(misses(SECOND, "200/220")).isOne();
        assertThat(misses(SECOND, "200/220")).isZero();
    }

    @Test
    void a_change_without_a_new_row_is_noticed_at_once_by_all_days() {
        keepBoth();
        addPass();
        quote(FIRST);
        recording.sql(EDIT);

        assertThat(misses(FIRST, "300/310")).isOne();
        assertThat(misses(SECOND, "400/420")).isOne();
        addPass();
        assertThat(misses(FIRST, "300/310")).isZero();
    }

    @Test
    void a_change_without_a_new_row_is_noticed_also_if_a_job_came_right_after_the_last_pass() {
        keepBoth();
        addPass();
        ahead = Duration.ZERO;
        quote(SECOND);
        ahead = Duration.ofSeconds(10);
        atOnce(EDIT);

        assertThat(misses(FIRST, "300/310")).isOne();
    }

    @Test
    void once_the_last_rows_have_gone_all_days_are_read_again() {
        keepBoth();
        addPass();
        keepBoth();
        addPass();
        keepBoth();
        atOnce("delete from options_prices_live where id = (select max(id) from options_prices_live)", EDIT);

        assertThat(misses(FIRST, "300/310")).isOne();
        assertThat(misses(SECOND, "400/420")).isOne();
        assertThat(misses(FIRST, "300/310")).isZero();
    }

    @Test
    void a_longer_recording_in_the_same_file_is_another_one() throws IOException {
        keepBoth();
        var other = TestRecording.in(root.resolve("two"))
                .put("2026-01-12 14:35:00", "5", "5.2")
                .put("2026-01-12 14:36:00", "6", "6.2")
                .put("2026-01-13 14:35:00", "7", "7.2");
        Files.write(recording.file(), Files.readAllBytes(other.file()), StandardOpenOption.WRITE);

        assertThat(misses(FIRST, "600/620")).isOne();
    }

    @Test
    void a_table_without_numbered_rows_is_read_again_after_each_write() {
        recording.sql(
                "create table old as select * from options_prices_live",
                "drop table options_prices_live",
                "alter table old rename to options_prices_live");
        keepBoth();
        assertThat(misses(FIRST, "100/120")).isZero();
        addPass();

        assertThat(misses(FIRST, "100/120")).isOne();
    }
}
