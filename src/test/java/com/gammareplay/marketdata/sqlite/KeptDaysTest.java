package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are kept are those of the recording as it is now, whatever happens to it. */
class KeptDaysTest {

    private static final String SECOND = TestRecording.legSql("'2026-01-12 14:36:00'", "6970", "'put'", "2", "2.2");
    private static final Session NEXT = TestRecording.session(LocalDate.of(2026, 1, 13));

    @TempDir
    private Path root = Path.of("");

    private TestRecording recording;
    private DayStore store;

    @BeforeEach
    void record() {
        recording = TestRecording.in(root.resolve("one")).put("2026-01-12 14:35:00", "1", "1.2");
        store = store(10);
    }

    /** A store whose clock is ahead, so that no recording of a test is too young. */
    private DayStore store(int ahead) {
        return new DayStore(
                root.resolve("cache"), Long.MAX_VALUE, () -> Instant.now().plusSeconds(ahead));
    }

    private Recording open() {
        return new RecordingFolder(recording.data(), root.resolve("none"), root, recording.copies(), 200, store)
                .open("rec", new DataNeeds(ZoneOffset.UTC, false), () -> false);
    }

    private String lastQuote() {
        try (var open = open()) {
            return TestRecording.quote(
                    open.open(TestRecording.SESSION, List.of(Index.SPX)), TestRecording.SESSION.close());
        }
    }

    private void assertKept(String quote) {
        assertThat(lastQuote()).isEqualTo(quote);
        var hits = store.hits();
        assertThat(lastQuote()).isEqualTo(quote);
        assertThat(store.hits()).isEqualTo(hits + 1);
    }

    @Test
    void rows_that_are_added_changed_and_deleted_are_noticed() {
        assertKept("100/120");
        recording.sql(SECOND);
        assertKept("200/220");
        recording.sql("update options_prices_live set bid = 3, ask = 3.1 where bid = 2");
        assertKept("300/310");
        recording.sql("delete from options_prices_live where bid = 3");
        assertKept("100/120");
    }

    @Test
    void a_change_is_noticed_by_a_replay_that_goes_on() {
        try (var open = open()) {
            open.open(TestRecording.SESSION, List.of(Index.SPX));
            recording.sql(SECOND);

            assertThat(TestRecording.quote(
                            open.open(TestRecording.SESSION, List.of(Index.SPX)), TestRecording.SESSION.close()))
                    .isEqualTo("200/220");
        }
    }

    @Test
    void one_session_never_mixes_a_kept_index_with_a_later_one() {
        var ndx = SECOND.replace("'SPX'", "'NDX'");
        recording.sql(ndx);
        lastQuote();
        var write = new AtomicReference<Runnable>(() -> recording.sql(SECOND));
        store = new DayStore(
                root.resolve("cache"),
                Long.MAX_VALUE,
                () -> { // asked once SPX was found
                    write.getAndSet(() -> {}).run();
                    return Instant.now().plusSeconds(10);
                });
        try (var open = open()) {
            var session = open.open(TestRecording.SESSION, List.of(Index.SPX, Index.NDX));

            assertThat(TestRecording.quote(session, TestRecording.SESSION.close()))
                    .isEqualTo("200/220");
            assertThat(session.coverage()).extracting(Coverage::legPrices).containsExactly(2L, 1L);
        }
    }

    @Test
    void writes_to_the_log_are_noticed() throws SQLException {
        recording.sql("pragma journal_mode = wal");
        assertKept("100/120");
        try (var writer = recording.writer()) {
            TestRecording.execute(writer, "pragma wal_autocheckpoint = 0", SECOND);
            assertKept("200/220");
            TestRecording.execute(writer, "update options_prices_live set bid = 3, ask = 3.1 where bid = 2");
            assertKept("300/310");
            TestRecording.execute(writer, "pragma wal_checkpoint(restart)");
            TestRecording.execute(writer, "update options_prices_live set bid = 4, ask = 4.1 where bid = 3");
            assertKept("400/410");
        }
        assertKept("400/410");
    }

    private Path other() {
        return TestRecording.in(root.resolve("two"))
                .put("2026-01-12 14:35:00", "5", "5.2")
                .file();
    }

    private FileTime awaitNextTick() throws IOException {
        var time = Files.getLastModifiedTime(recording.file());
        await().until(() -> Instant.now().isAfter(time.toInstant().plusMillis(50)));
        return time;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_file_of_the_same_size_with_the_same_time_is_noticed(boolean isMoved) throws IOException {
        assertKept("100/120");
        var other = other();
        var size = Files.size(recording.file());
        var time = awaitNextTick();
        if (isMoved) {
            Files.move(other, recording.file(), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.write(recording.file(), Files.readAllBytes(other), StandardOpenOption.WRITE);
        }
        Files.setLastModifiedTime(recording.file(), time);

        assertThat(Files.size(recording.file())).isEqualTo(size);
        assertKept("500/520");
    }

    @Test
    void one_replay_never_takes_kept_days_of_another_file() throws IOException {
        try (var open = open()) {
            open.open(TestRecording.SESSION, List.of(Index.SPX));
            Files.move(other(), recording.file(), StandardCopyOption.REPLACE_EXISTING);
            try (var later = open()) {
                later.open(NEXT, List.of(Index.SPX));
            }

            var problem = catchThrowableOfType(DataException.class, () -> open.open(NEXT, List.of(Index.SPX)));
            assertThat(problem.kind()).isEqualTo(Kind.MISSING);
            assertThat(catchThrowableOfType(DataException.class, () -> open.prepare(NEXT))
                            .kind())
                    .isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void a_recording_that_has_gone_is_missing_whatever_is_kept() throws IOException {
        assertKept("100/120");
        try (var open = open()) {
            Files.delete(recording.file());

            assertThat(catchThrowableOfType(
                                    DataException.class, () -> open.open(TestRecording.SESSION, List.of(Index.SPX)))
                            .kind())
                    .isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void a_recording_that_changed_a_moment_ago_is_not_kept() {
        var now = Instant.now();
        store = new DayStore(root.resolve("cache"), Long.MAX_VALUE, () -> now);
        recording.sql(SECOND);

        assertThat(lastQuote()).isEqualTo("200/220");
        try (var open = open()) {
            assertThat(open.prepare(TestRecording.SESSION)).isFalse();
        }

        assertThat(root.resolve("cache")).doesNotExist();
        store = store(10);
        assertKept("200/220");
    }

    @Test
    void what_is_prepared_is_found_and_not_prepared_again() throws IOException {
        prepare();
        try (var files = Files.list(root.resolve("cache"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(store.hits() + store.misses()).isZero();
        var day = dayFile();
        Files.setLastModifiedTime(day, FileTime.fromMillis(0));
        prepare();

        assertThat(Files.getLastModifiedTime(day)).isEqualTo(FileTime.fromMillis(0));
        assertThat(lastQuote()).isEqualTo("100/120");
        assertThat(store.hits()).isEqualTo(1);
        recording.sql(SECOND);
        prepare();
        assertThat(Files.getLastModifiedTime(dayFile())).isGreaterThan(FileTime.fromMillis(0));
        assertThat(lastQuote()).isEqualTo("200/220");
        assertThat(store.misses()).isZero();
    }

    private void prepare() {
        try (var open = open()) {
            assertThat(open.prepare(TestRecording.SESSION)).isTrue();
        }
    }

    @Test
    void where_days_cannot_be_kept_nothing_is_prepared() throws IOException {
        Files.createFile(root.resolve("cache"));
        try (var open = open()) {
            assertThat(open.prepare(TestRecording.SESSION)).isFalse();
        }
        assertThat(lastQuote()).isEqualTo("100/120");
    }

    private Path dayFile() throws IOException {
        try (var files = Files.list(root.resolve("cache"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Each job looks several times for logs and days that are not there, and exceptions with their traces are slow. */
    @Test
    void what_is_not_there_is_found_out_without_an_exception() throws IOException {
        var thrown = root.resolve("thrown.jfr");
        try (var flight = new jdk.jfr.Recording()) {
            flight.enable("jdk.JavaExceptionThrow");
            flight.start();
            assertThat(lastQuote()).isEqualTo("100/120");
            prepare();
            flight.dump(thrown);
        }
        assertThat(store.misses()).isEqualTo(1);
        assertThat(jdk.jfr.consumer.RecordingFile.readAllEvents(thrown))
                .filteredOn(event -> event.getThread().getJavaThreadId()
                        == Thread.currentThread().threadId())
                .extracting(event -> event.getClass("thrownClass").getName())
                .doesNotContain(NoSuchFileException.class.getName());
    }

    private static RecordingState state(Map<String, RecordingState> states) {
        return Objects.requireNonNull(states.get("rec"));
    }

    @Test
    void states_tell_changes() throws IOException {
        var folder = recording.folder();
        var before = folder.states();
        assertThat(before).containsOnlyKeys("rec");
        assertThat(folder.states()).isEqualTo(before);
        awaitNextTick();
        recording.sql(SECOND);
        var after = folder.states();

        assertThat(state(after).text()).isNotEqualTo(state(before).text());
        assertThat(state(after).changed()).isAfter(state(before).changed());
    }
}
