package com.gammareplay.marketdata.sqlite;

import static com.gammareplay.marketdata.sqlite.LiveMarket.put;
import static com.gammareplay.marketdata.sqlite.LiveMarket.snapshot;
import static com.gammareplay.marketdata.sqlite.TestRecording.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecording.DecidedTick;
import com.gammareplay.marketdata.LiveRecordings.Journal;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording that is written to: its stamps, what happens when it cannot be, its one writer, and its journal. */
class WrittenRecordingTest {

    private static final List<Index> BOTH = List.of(Index.SPX, Index.NDX);
    private static final long OPEN = SESSION.open();
    private static final int BUSY_TIMEOUT = 50;

    @TempDir
    Path folder;

    private SqliteLiveRecordings recordings;

    @BeforeEach
    void makeRecordings() {
        recordings = new SqliteLiveRecordings(folder.resolve("live"), folder.resolve("copies"), BUSY_TIMEOUT);
    }

    private Path file() {
        return folder.resolve("live").resolve("rec.db");
    }

    private LiveRecording open() {
        return recordings.open("rec", SESSION, BOTH, false);
    }

    private Connection other() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private List<String> rows(String sql) throws SQLException {
        return new SqlRows(file()).strings(sql);
    }

    private static String quote(LiveRecording recording) {
        var view = recording.view(Index.SPX);
        var series = view.series(Right.PUT, TestRecording.PUT_6970);
        return view.isUsable(series, 86_400) ? view.bid(series) + "/" + view.ask(series) : "none";
    }

    @Test
    void a_pass_gets_the_stamp_that_was_asked_for_and_is_seen_from_then_on() {
        try (var recording = open()) {
            recording.advanceTo(OPEN);
            assertThat(recording.newest()).isEqualTo(MarketView.NONE);

            assertThat(recording.add(put(0, 100, 120), OPEN + 5)).isEqualTo(OPEN + 5);

            assertThat(recording.newest()).isEqualTo(OPEN + 5);
            assertThat(quote(recording)).isEqualTo("none");
            recording.advanceTo(OPEN + 5);
            assertThat(quote(recording)).isEqualTo("100/120");
        }
    }

    @Test
    void stamps_rise_only_where_their_tables_have_rows_of_the_index_already() {
        try (var recording = open()) {
            assertThat(recording.add(put(0, 1, 2), OPEN)).isEqualTo(OPEN);
            assertThat(recording.add(put(0, 1, 2), OPEN)).isEqualTo(OPEN + 1);
            assertThat(recording.add(snapshot(0, Index.SPX, 6970), OPEN)).isEqualTo(OPEN + 1);
            assertThat(recording.add(snapshot(0, Index.NDX, 25_000), OPEN)).isEqualTo(OPEN + 1);
            assertThat(recording.add(snapshot(0, Index.NDX, 25_000), OPEN)).isEqualTo(OPEN + 2);
            assertThat(recording.add(put(0, 1, 2), OPEN - 60)).isEqualTo(OPEN + 2);
            assertThat(recording.add(put(0, 1, 2), OPEN + 9)).isEqualTo(OPEN + 9);
        }
    }

    @Test
    void stamps_go_on_from_the_newest_row_of_any_table_after_a_restart() {
        try (var recording = open()) {
            recording.add(snapshot(0, Index.NDX, 25_000), OPEN + 7);
        }
        try (var recording = open()) {
            assertThat(recording.newest()).isEqualTo(OPEN + 7);
            assertThat(recording.add(put(0, 1, 2), OPEN)).isEqualTo(OPEN + 7);
            assertThat(recording.add(snapshot(0, Index.NDX, 25_000), OPEN)).isEqualTo(OPEN + 8);
        }
    }

    @Test
    void a_restart_shows_what_was_there_and_the_first_chain_stays() {
        var contracts = List.of(new OptionContract(6970, Right.CALL), new OptionContract(6970, Right.PUT));
        try (var recording = open()) {
            assertThat(recording.firstChain(Index.SPX)).isEmpty();
            recording.add(snapshot(0, Index.SPX, 6970), OPEN);
            recording.add(snapshot(0, Index.SPX, 6970, 6975), OPEN + 60);
            recording.add(put(0, 100, 120), OPEN + 60);
            assertThat(recording.firstChain(Index.SPX)).contains(contracts);
            assertThat(recording.firstChain(Index.NDX)).isEmpty();
        }
        try (var recording = open()) {
            assertThat(recording.firstChain(Index.SPX)).contains(contracts);
            recording.advanceTo(OPEN + 59);
            assertThat(quote(recording)).isEqualTo("none");
            recording.advanceTo(OPEN + 60);
            assertThat(quote(recording)).isEqualTo("100/120");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_power_loss_and_nothing_else() throws IOException {
        var lost = Files.createDirectories(folder.resolve("lost"));
        try (var recording = open()) {
            recording.add(put(0, 100, 120), OPEN);
            recording.decided(OPEN, "nothing");
            for (var name : List.of("rec.db", "rec.db-wal")) {
                Files.copy(file().resolveSibling(name), lost.resolve(name));
            }
            recording.add(put(0, 200, 220), OPEN + 1);
        }
        recordings = new SqliteLiveRecordings(lost, lost, BUSY_TIMEOUT);
        try (var recording = open()) {
            recording.advanceTo(OPEN + 1);
            assertThat(quote(recording)).isEqualTo("100/120");
            assertThat(recording.decidedTicks()).containsExactly(new DecidedTick(OPEN, "nothing", "0 0 0 0 1"));
        }
    }

    @Test
    void every_transaction_is_on_the_disk_when_it_is_over() throws SQLException {
        try (var written = WrittenFile.open(made(), false, BUSY_TIMEOUT);
                var statement = written.connection().createStatement()) {
            assertThat(statement.executeQuery("pragma synchronous").getInt(1)).isEqualTo(2);
            assertThat(statement.executeQuery("pragma journal_mode").getString(1))
                    .isEqualTo("wal");
        }
    }

    private Path made() {
        open().close();
        return file();
    }

    @Test
    void a_pass_for_which_the_file_stayed_locked_is_not_there_and_the_next_one_is() throws SQLException {
        try (var recording = open()) {
            try (var other = other()) {
                TestRecording.execute(other, "begin immediate");
                assertThatExceptionOfType(RecordingFailedException.class)
                        .isThrownBy(() -> recording.add(put(0, 100, 120), OPEN))
                        .withMessage("rec.db cannot be written to: The database file is locked");
                assertThat(recording.newest()).isEqualTo(MarketView.NONE);
            }
            assertThat(recording.add(put(0, 200, 220), OPEN)).isEqualTo(OPEN);
            recording.advanceTo(OPEN);
            assertThat(quote(recording)).isEqualTo("200/220");
        }
        assertThat(rows("select bid from options_prices_live")).containsExactly("2.0");
    }

    /** The pragma is the connection's, so that it stands for a full disk and for one that may only be read. */
    @ParameterizedTest
    @ValueSource(strings = {"max_page_count = 1", "query_only = on"})
    void a_pass_that_found_no_room_or_no_right_is_not_there_and_the_next_one_is(String trouble) throws SQLException {
        var strikes = new int[200];
        Arrays.setAll(strikes, i -> 6470 + 5 * i);
        try (var written = WrittenFile.open(made(), false, BUSY_TIMEOUT)) {
            var recording = new SqliteLiveRecording(written, SESSION, BOTH);
            TestRecording.execute(written.connection(), "pragma " + trouble);
            assertThatExceptionOfType(RecordingFailedException.class)
                    .isThrownBy(() -> recording.add(snapshot(0, Index.SPX, strikes), OPEN))
                    .withMessageStartingWith("rec.db cannot be written to: ");
            assertThatExceptionOfType(RecordingFailedException.class).isThrownBy(() -> {
                for (var tick = OPEN; tick < SESSION.close(); tick++) {
                    recording.decided(tick, "x".repeat(4000));
                }
            });
            TestRecording.execute(written.connection(), "pragma max_page_count = 1000000", "pragma query_only = off");

            assertThat(recording.add(snapshot(0, Index.SPX, 6970), OPEN)).isEqualTo(OPEN);
            recording.decided(OPEN + 30, "b");

            recording.advanceTo(OPEN);
            assertThat(recording.view(Index.SPX).chain(OPEN).entries()).hasSize(2);
            assertThat(recording.decidedTicks()).last().isEqualTo(new DecidedTick(OPEN + 30, "b", "1 1 1 1 0"));
        }
        assertThat(rows("select count(*) from options_snapshots")).containsExactly("1");
        assertThat(rows("select count(*) from gex_peaks")).containsExactly("1");
    }

    @Test
    void a_pass_that_cannot_be_shown_is_the_last_so_that_no_decision_is_made_without_it() throws SQLException {
        try (var written = WrittenFile.open(made(), false, BUSY_TIMEOUT)) {
            var recording = new SqliteLiveRecording(written, SESSION, BOTH);
            TestRecording.execute(written.connection(), "alter table market_context rename column vix to no_vix");
            assertThatExceptionOfType(RecordingFailedException.class)
                    .isThrownBy(() -> recording.add(put(0, 100, 120), OPEN));
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> recording.decided(OPEN, "a"))
                    .withMessageContaining("must be opened anew");
            assertThatExceptionOfType(DataException.class)
                    .as("told apart from a pass that is lost alone, so that a recorder opens it anew too")
                    .isThrownBy(() -> recording.add(put(0, 100, 120), OPEN));
        }
        assertThat(rows("select count(*) from options_prices_live")).containsExactly("1");
    }

    @Test
    void a_recording_has_one_writer_at_a_time() {
        var first = open();
        var problem = catchThrowableOfType(DataException.class, this::open);
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem).hasMessage("rec.db is being recorded by another session");
        assertThat(catchThrowableOfType(DataException.class, this::open)).isNotNull();
        try (var _ = recordings.open("other", SESSION, BOTH, false)) {
            first.close();
            open().close();
        }
    }

    @Test
    void the_lock_holds_between_processes_and_goes_with_its_own() throws IOException {
        Files.createDirectories(folder.resolve("live"));
        var other = RecorderProcess.once(RecordingLock.file(file()), "begin exclusive");
        assertThatExceptionOfType(DataException.class).isThrownBy(this::open);
        other.kill();
        open().close();
    }

    @Test
    void a_made_up_market_is_marked_and_mixed_with_no_other() {
        recordings.open("made-up", SESSION, BOTH, true).close();
        recordings.open("made-up", SESSION, BOTH, true).close();
        open().close();
        assertThat(recordingFolder().dataset("made-up").orElseThrow().synthetic())
                .isTrue();
        assertThat(recordingFolder().dataset("rec").orElseThrow().synthetic()).isFalse();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> recordings.open("made-up", SESSION, BOTH, false))
                .withMessage("made-up.db cannot be written to: its market is made up");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> recordings.open("rec", SESSION, BOTH, true))
                .withMessage("rec.db cannot be written to: its market is real");
    }

    private RecordingFolder recordingFolder() {
        var none = folder.resolve("none");
        return new RecordingFolder(none, folder.resolve("live"), none, folder.resolve("copies"), 100, null);
    }

    @Test
    void what_is_no_recording_is_refused_and_left_as_it_is() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("live"));
        Files.writeString(file(), "no database");
        assertThat(catchThrowableOfType(DataException.class, this::open).kind()).isEqualTo(Kind.CORRUPT);
        assertThat(file()).hasContent("no database");
        Files.delete(file());
        try (var other = other()) {
            TestRecording.execute(other, "create table mine(a)");
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it has none of the recorder's tables");
        assertThat(rows("select name from sqlite_schema")).containsExactly("mine");
        Files.delete(file());
        open().close();
    }

    @Test
    void a_file_of_the_recorder_is_gone_on_with() throws SQLException {
        var recording = TestRecording.in(folder)
                .sql("insert into gex_peaks(timestamp, index_symbol, peak_rank, strike)"
                        + " values ('2026-01-12 14:36:00', 'SPX', 1, 6965)");
        recordings = new SqliteLiveRecordings(recording.data(), recording.copies(), BUSY_TIMEOUT);
        assertThatExceptionOfType(DataException.class)
                .as("columns are missing that would be written")
                .isThrownBy(this::open)
                .withMessageStartingWith("rec.db cannot be written to: ");
        recording.sql(
                "alter table gex_peaks add column distance_from_price real",
                "alter table gex_peaks add column distance_pct real",
                "alter table gex_peaks add column proximity_score real",
                "alter table competing_peaks add column peak1_strike real",
                "alter table competing_peaks add column peak1_gex real",
                "alter table competing_peaks add column peak2_strike real",
                "alter table competing_peaks add column peak2_gex real",
                "alter table competing_peaks add column score_ratio real",
                "alter table market_context add column spy_price real",
                "alter table market_context add column qqq_price real");
        try (var live = open()) {
            assertThat(live.add(put(0, 100, 120), OPEN)).isEqualTo(OPEN + 6 * 60);
            live.advanceTo(SESSION.close());
            assertThat(live.view(Index.SPX).newestPeaks(GexSource.RECORDED, SESSION.close()))
                    .isEqualTo(OPEN + 6 * 60);
        }
    }

    @Test
    void an_earlier_session_than_that_of_the_newest_rows_is_refused() {
        try (var recording = open()) {
            recording.add(put(0, 100, 120), OPEN);
        }
        var before = TestRecording.session(LocalDate.of(2026, 1, 9));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> recordings.open("rec", before, BOTH, false))
                .withMessage("rec.db cannot be written to: it has rows of sessions after 2026-01-09");
        open().close();
    }

    @Test
    void names_lead_to_no_other_folder() {
        for (var name : List.of("../rec", "a/b", "", ".hidden", "ä")) {
            assertThatIllegalArgumentException().isThrownBy(() -> recordings.open(name, SESSION, BOTH, false));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void another_index_than_those_of_the_session_is_refused() throws SQLException {
        try (var recording = recordings.open("rec", SESSION, List.of(Index.NDX), false)) {
            assertThatIllegalArgumentException().isThrownBy(() -> recording.add(put(0, 1, 2), OPEN));
        }
        assertThat(rows("select count(*) from options_prices_live")).containsExactly("0");
    }

    @Test
    void the_journal_says_what_was_asked_for_and_decided_and_what_could_be_known() {
        try (var recording = open()) {
            assertThat(recording.description()).isEmpty();
            assertThat(recording.decidedTicks()).isEmpty();
            assertThat(recordings.journal("rec")).isEmpty();

            recording.describe("{\"a\":\"ä\"}");
            recording.add(snapshot(0, Index.SPX, 6970), OPEN);
            recording.decided(OPEN, "first");
            recording.add(put(0, 1, 2), OPEN);
            recording.decided(OPEN + 30, "");

            var ticks =
                    List.of(new DecidedTick(OPEN, "first", "1 1 1 1 0"), new DecidedTick(OPEN + 30, "", "1 1 1 1 1"));
            assertThat(recording.decidedTicks()).isEqualTo(ticks);
            assertThat(recordings.journal("rec")).contains(new Journal("{\"a\":\"ä\"}", ticks));
            assertThatIllegalStateException().isThrownBy(() -> recording.describe("again"));
            assertThatExceptionOfType(RecordingFailedException.class)
                    .as("a tick is decided once")
                    .isThrownBy(() -> recording.decided(OPEN, "other"));
        }
        try (var recording = open()) {
            assertThat(recording.description()).contains("{\"a\":\"ä\"}");
            assertThat(recording.decidedTicks()).hasSize(2);
        }
        assertThat(catchThrowableOfType(DataException.class, () -> recordings.journal("none"))
                        .kind())
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void old_sessions_are_deleted_and_ids_go_on() throws SQLException {
        var friday = TestRecording.session(LocalDate.of(2026, 1, 9));
        try (var recording = recordings.open("rec", friday, BOTH, false)) {
            recording.add(snapshot(0, Index.SPX, 6970), friday.open());
            recording.add(put(0, 1, 2), friday.close());
        }
        try (var recording = open()) {
            recording.add(put(0, 1, 2), OPEN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recording.deleteBefore(TestRecording.DATE.plusDays(1)));
            assertThat(recording.deleteBefore(friday.date())).isZero();
            assertThat(recording.deleteBefore(TestRecording.DATE)).isEqualTo(5);
            recording.add(put(0, 3, 4), OPEN + 30);
            recording.advanceTo(OPEN + 30);
            assertThat(quote(recording)).isEqualTo("3/4");
        }
        assertThat(rows("select id || ' ' || timestamp from options_prices_live"))
                .containsExactly("2 2026-01-12 14:30:00", "3 2026-01-12 14:30:30");
        assertThat(rows("select count(*) from options_snapshots")).containsExactly("0");
    }

    @Test
    void a_recording_is_deleted_with_all_that_lies_beside_it_but_not_while_it_is_written() {
        recordings.delete("rec");
        var recording = open();
        assertThat(catchThrowableOfType(DataException.class, () -> recordings.delete("rec"))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
        recording.add(put(0, 1, 2), OPEN);
        recording.close();
        recordings.delete("rec");
        assertThat(folder.resolve("live")).isEmptyDirectory();
    }
}
