package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a folder are recordings, and what is said of them. */
class RecordingFolderTest {

    private static final DataNeeds NEEDS = new DataNeeds(ZoneOffset.UTC, false);

    @TempDir
    Path folder;

    private TestRecording recording() {
        return TestRecording.in(folder).put("2026-01-12 14:35:00", "1", "1.2");
    }

    @Test
    void only_files_with_a_fitting_name_inside_the_folder_are_recordings() throws IOException, InterruptedException {
        var recording = recording();
        var data = recording.data();
        var outside = Files.copy(recording.file(), folder.resolve("outside.db"));
        Files.createDirectory(data.resolve("directory.db"));
        Files.createSymbolicLink(data.resolve("out.db"), outside);
        Files.createSymbolicLink(data.resolve("up.db"), Path.of("..", "outside.db"));
        Files.createSymbolicLink(data.resolve("nowhere.db"), Path.of("gone.db"));
        Files.createSymbolicLink(data.resolve("self.db"), Path.of("self.db"));
        Files.createSymbolicLink(data.resolve("there.db"), Path.of("back.db"));
        Files.createSymbolicLink(data.resolve("back.db"), Path.of("there.db"));
        assertThat(new ProcessBuilder("mkfifo", data.resolve("pipe.db").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createSymbolicLink(data.resolve("inside.db"), Path.of("rec.db"));
        var others = "a b.db,a%20b.db,ü.db,a;b.db,a?b.db,.db,..db,...db,.hidden.db,rec.DB,rec.db.bak,x.sqlite";
        for (var name : others.split(",", -1)) {
            Files.copy(recording.file(), data.resolve(name));
        }
        Files.copy(recording.file(), data.resolve("-1.of_2.db"));
        assertThat(recording.folder().datasets()).extracting(Dataset::name).containsExactly("-1.of_2", "inside", "rec");
        assertThat(recording.folder().dataset("../outside")).isEmpty();
        assertThatThrownBy(() -> recording.folder().open("../outside", NEEDS, () -> false))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no dataset ../outside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "100%",
                "%41",
                "what?mode=rwc",
                "a#b",
                "a&b=c",
                "ünïcødé",
                "日本",
                "a;b",
                "a+b",
                "'\""
            })
    void a_folder_can_have_any_name(String name) {
        var recording = TestRecording.in(folder.resolve(name)).put("2026-01-12 14:35:00", "1", "1.2");
        assertThat(recording.lastQuote()).isEqualTo("100/120");
        recording.sql("pragma journal_mode = wal");
        assertThat(recording.lastQuote()).isEqualTo("100/120");
    }

    @Test
    void a_missing_folder_has_no_recordings() {
        var none = new RecordingFolder(
                folder.resolve("none"), folder.resolve("none"), folder.resolve("demo.db"), folder, 100, null);
        assertThat(none.datasets()).isEmpty();
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_problem_without_its_path() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var problem = catchThrowableOfType(
                DataException.class,
                () -> new RecordingFolder(file, folder.resolve("none"), file, folder, 100, null).datasets());
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.getMessage()).doesNotContain(folder.toString());
    }

    @Test
    void a_bad_recording_is_listed_with_its_problem_beside_the_good_ones() throws IOException {
        var recording = recording();
        Files.writeString(recording.data().resolve("bad.db"), "no database");
        Files.createFile(recording.data().resolve("empty.db"));
        assertThat(recording.folder().datasets())
                .extracting(Dataset::problem)
                .containsExactly("bad.db is not an SQLite database", "empty.db is empty", null);
    }

    @Test
    void content_tells_indices_rows_and_sessions_in_spite_of_odd_timestamps() {
        var recording = TestRecording.in(folder, TestRecording.LOOSE_SCHEMA)
                .leg("'2026-01-12 14:35:00'", "6970", "'put'", "1", "1.2")
                .leg("'2026-01-12T20:35:00.5Z'", "6970", "'put'", "1", "1.2")
                .leg("'0000'", "6970", "'put'", "1", "1.2")
                .leg("'9999-99-99'", "6970", "'put'", "1", "1.2")
                .leg("17", "6970", "'put'", "1", "1.2")
                .leg("null", "6970", "'put'", "1", "1.2");
        var catalog = recording.folder();
        assertThat(catalog.datasets().getFirst().readable().orElseThrow())
                .isEqualTo(new Dataset.Content(
                        List.of(Index.SPX), new SessionRange(TestRecording.DATE, TestRecording.DATE), null));
        assertThat(catalog.rows("rec")).isEqualTo(6);
    }

    @Test
    void content_is_counted_again_after_a_change() {
        var recording = recording();
        var catalog = recording.folder();
        assertThat(catalog.rows("rec")).isEqualTo(1);
        recording.put("2026-01-12 14:36:00", "1", "1.2");
        assertThat(catalog.rows("rec")).isEqualTo(2);
    }

    @Test
    void reading_ends_soon_after_it_was_cancelled() {
        var recording = recording()
                .sql("with recursive n(i) as (select 0 union all select i + 1 from n where i < 9999) insert into"
                        + " options_prices_live(timestamp, index_symbol, strike, option_type) select"
                        + " '2026-01-12 14:35:00', 'SPX', i, 'put' from n");
        var cancelled = new AtomicBoolean();
        try (var open = recording.folder().open("rec", NEEDS, cancelled::get)) {
            cancelled.set(true);
            assertThatThrownBy(() -> open.open(TestRecording.SESSION, List.of(Index.SPX)))
                    .isInstanceOf(CancellationException.class);
        }
        assertThatThrownBy(() -> recording.folder().open("rec", NEEDS, cancelled::get))
                .isInstanceOf(CancellationException.class);
    }

    /** Which still have to be laid out as columns, and those to be digested. */
    @Test
    void so_does_reading_of_few_rows() {
        var cancelled = new AtomicBoolean();
        try (var open = recording().folder().open("rec", NEEDS, cancelled::get)) {
            cancelled.set(true);
            assertThatThrownBy(() -> open.open(TestRecording.SESSION, List.of(Index.SPX)))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** Each look into the index may wait for a slow disk, long before there is a row. */
    @Test
    void whether_reading_is_wanted_is_asked_between_looks_into_the_index() {
        var timestamps = 2_000;
        var recording = recording()
                .sql("with recursive n(i) as (select 0 union all select i + 1 from n where i < " + timestamps
                        + ") insert"
                        + " into options_prices_live(timestamp, index_symbol, strike, option_type) select"
                        + " datetime('2026-01-12 14:35:00', i || ' seconds'), 'SPX', 6900, 'put' from n");
        var asked = new AtomicInteger();
        BooleanSupplier never = () -> asked.incrementAndGet() < 0;
        try (var open = recording.folder().open("rec", NEEDS, never)) {
            open.open(TestRecording.SESSION, List.of(Index.SPX));
        }
        assertThat(asked).hasValueGreaterThan(timestamps / 100);
    }

    @Test
    void a_view_without_end_can_be_cancelled() {
        var recording = recording()
                .sql(
                        "drop table market_context",
                        "create view market_context as with recursive n(i) as (select 0 union all select i + 1 from n)"
                                + " select i as id, '2026-01-12' as timestamp, i || 'x' as index_symbol,"
                                + " 1 as underlying_price, 1 as vix from n");
        assertThatThrownBy(() -> recording.folder().open("rec", NEEDS, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
