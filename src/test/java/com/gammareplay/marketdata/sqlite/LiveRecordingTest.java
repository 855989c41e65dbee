package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that are being written, were left in the middle of it, or lie where nothing can be written. */
class LiveRecordingTest {

    private static final String WAL = "pragma journal_mode = wal";
    private static final String SECOND = TestRecording.legSql("'2026-01-12 14:36:00'", "6970", "'put'", "2", "2.2");
    private static final String RAISE_ALL = "update options_prices_live set bid = bid + 1, ask = ask + 1";

    @TempDir
    Path folder;

    private TestRecording first() {
        return TestRecording.in(folder).put("2026-01-12 14:35:00", "1", "1.2");
    }

    private DataException problem(TestRecording recording, Kind kind) {
        var problem = catchThrowableOfType(DataException.class, recording::read);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.getMessage()).startsWith("rec.db").doesNotContain(folder.toString());
        return problem;
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "truncate", "persist", "wal"})
    void reading_a_recording_at_rest_changes_nothing(String journalMode) {
        var recording = first().sql("pragma journal_mode = " + journalMode, SECOND);
        var before = recording.footprint();

        assertThat(recording.lastQuote()).isEqualTo("200/220");
        assertThat(recording.folder().datasets()).hasSize(1);

        assertThat(recording.footprint()).isEqualTo(before);
    }

    @Test
    void rows_that_are_only_in_the_log_are_seen_and_the_log_stays() throws IOException {
        var recording = first().sql(WAL);
        RecorderProcess.once(recording.file(), "pragma wal_autocheckpoint = 0", SECOND)
                .kill();
        Files.delete(recording.data().resolve("rec.db-shm"));
        var main = Files.readAllBytes(recording.file());
        var log = Files.readAllBytes(recording.wal());
        assertThat(log).isNotEmpty();

        assertThat(recording.lastQuote()).isEqualTo("200/220");

        assertThat(Files.readAllBytes(recording.file())).isEqualTo(main);
        assertThat(Files.readAllBytes(recording.wal())).isEqualTo(log);
    }

    @Test
    void an_empty_log_is_no_reason_to_write_beside_the_recording() throws IOException {
        var recording = first().sql(WAL);
        Files.createFile(recording.wal());
        var before = recording.footprint();

        assertThat(recording.lastQuote()).isEqualTo("100/120");

        assertThat(recording.footprint()).isEqualTo(before);
    }

    @Test
    void a_log_that_is_no_log_changes_nothing() throws IOException {
        var recording = first().sql(WAL);
        Files.writeString(recording.wal(), "this is no write-ahead log");

        assertThat(recording.lastQuote()).isEqualTo("100/120");
    }

    @Test
    void a_link_to_a_recording_is_read_through_the_log_of_its_target() throws IOException {
        var recording = first().sql(WAL);
        Files.createSymbolicLink(recording.data().resolve("link.db"), Path.of("rec.db"));
        RecorderProcess.once(recording.file(), SECOND).kill();

        try (var open = recording.folder().open("link", new DataNeeds(ZoneOffset.UTC, false), () -> false)) {
            var session = open.open(TestRecording.SESSION, List.of(Index.SPX));
            assertThat(TestRecording.quote(session, TestRecording.SESSION.close()))
                    .isEqualTo("200/220");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_recording_that_its_writer_keeps_to_itself_is_unavailable(String journalMode) {
        var recording = first().sql("pragma journal_mode = " + journalMode);
        try (var _ = RecorderProcess.once(
                recording.file(), "pragma locking_mode = exclusive", SECOND, "begin exclusive", SECOND)) {
            assertThat(problem(recording, Kind.UNAVAILABLE)).hasMessageContaining("locked by a program that writes");
            assertThat(recording.folder().datasets().getFirst().problem()).contains("locked");
        }
        assertThat(recording.lastQuote()).isEqualTo("200/220");
    }

    @Test
    void a_journal_that_must_be_rolled_back_first_makes_a_recording_unavailable() throws IOException {
        var recording = TestRecording.in(folder).filled();
        RecorderProcess.once(
                        recording.file(),
                        "pragma cache_size = 1",
                        "pragma cache_spill = 1",
                        "begin exclusive",
                        RAISE_ALL)
                .kill();
        var journal = recording.data().resolve("rec.db-journal");
        assertThat(Files.size(journal)).isPositive();
        var before = recording.footprint();

        assertThat(problem(recording, Kind.UNAVAILABLE)).hasMessageContaining("stopped in the middle of a change");

        assertThat(recording.footprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_session_is_read_as_it_was_at_one_moment_while_a_writer_changes_it(String journalMode) {
        var recording = TestRecording.in(folder).filled().sql("pragma journal_mode = " + journalMode);
        try (var _ = RecorderProcess.repeating(recording.file(), RAISE_ALL);
                var open = patient(recording).open("rec", new DataNeeds(ZoneOffset.UTC, true), () -> false)) {
            var seen = new TreeSet<Integer>();
            await().pollInterval(Duration.ofMillis(1)).until(() -> {
                try {
                    seen.add(onlyBid(open.open(TestRecording.SESSION, List.of(Index.SPX))));
                } catch (DataException e) { // changed during each attempt: this writer never rests
                    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
                }
                return seen.size() > 3;
            });
        }
    }

    /** Closing a file drops the locks that the process has on it, unless SQLite closes it. */
    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void reading_leaves_the_locks_of_a_recorder_in_the_same_process(String journalMode) throws Exception {
        var recording = first().sql("pragma journal_mode = " + journalMode);
        try (var writer = recording.writer()) {
            TestRecording.execute(writer, "begin immediate", SECOND);
            var locks = locks(recording);
            assertThat(locks).isNotEmpty();

            assertThat(recording.lastQuote()).isEqualTo("100/120");
            assertThat(recording.folder().states()).hasSize(1);
            assertThat(recording.folder().datasets().getFirst().problem()).isNull();

            assertThat(locks(recording)).isEqualTo(locks);
            TestRecording.execute(writer, "commit");
        }
        assertThat(recording.lastQuote()).isEqualTo("200/220");
    }

    /** Without their numbers, which count all locks of the system. */
    private static List<String> locks(TestRecording recording) throws IOException {
        var inode = ":" + Files.getAttribute(recording.file(), "unix:ino") + " ";
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .filter(lock -> lock.contains(inode))
                .map(lock -> lock.substring(lock.indexOf(' ')))
                .sorted()
                .toList();
    }

    /** Some programs heed no locks, such as those that copy files. */
    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void what_was_read_while_the_file_changed_is_not_used(String journalMode) {
        var recording = first().sql("pragma journal_mode = " + journalMode);
        try (var open = new RecordingFile(recording.file(), recording.copies(), 200).open()) {
            open.read(_ -> "");
            assertThat(open.isConsistent()).isTrue();
            open.read(_ -> recording.file().toFile().setLastModified(0));
            assertThat(open.isConsistent()).isFalse();
            assertThat(open.isCurrent()).isFalse();
        }
    }

    private static RecordingFolder patient(TestRecording recording) {
        return new RecordingFolder(
                recording.data(),
                recording.data().resolve("none"),
                recording.data().resolve("none.db"),
                recording.copies(),
                10_000,
                null);
    }

    /** The bid of every quote of the session, which must be the same. */
    private static int onlyBid(RecordedSession session) {
        var bids = new TreeSet<Integer>();
        var first = Instant.parse("2026-01-12T14:35:00Z").getEpochSecond();
        for (var instant = first; instant < first + 300 * 30; instant += 30) {
            session.advanceTo(instant);
            var view = session.view(Index.SPX);
            for (var strike = 695_000; strike < 700_000; strike += 500) {
                bids.add(view.bid(view.series(Right.PUT, strike)));
            }
        }
        assertThat(bids).hasSize(1);
        return bids.getFirst();
    }

    @Test
    void a_recording_that_turns_up_in_wal_mode_is_read_on() throws SQLException {
        var recording = first();
        try (var open = recording.open()) {
            assertThat(quote(open.open(TestRecording.SESSION, List.of(Index.SPX))))
                    .isEqualTo("100/120");
            try (var writer = recording.writer()) {
                TestRecording.execute(writer, WAL, SECOND);
                assertThat(quote(open.open(TestRecording.SESSION, List.of(Index.SPX))))
                        .isEqualTo("200/220");
            }
            assertThat(quote(open.open(TestRecording.SESSION, List.of(Index.SPX))))
                    .isEqualTo("200/220");
        }
    }

    private static String quote(RecordedSession session) {
        return TestRecording.quote(session, TestRecording.SESSION.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_recording_deleted_during_a_job_is_missing(String journalMode) throws IOException {
        var recording = first().sql("pragma journal_mode = " + journalMode);
        try (var open = recording.open()) {
            Files.delete(recording.file());
            var problem = catchThrowableOfType(
                    DataException.class, () -> open.open(TestRecording.SESSION, List.of(Index.SPX)));
            assertThat(problem).hasMessage("rec.db is gone");
            assertThat(problem.kind()).isEqualTo(Kind.MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_recording_replaced_during_a_job_is_missing(String journalMode) throws IOException {
        var recording = first().sql("pragma journal_mode = " + journalMode);
        var other = TestRecording.in(folder.resolve("other")).put("2026-01-12 14:35:00", "9", "9.2");
        try (var open = recording.open()) {
            Files.move(other.file(), recording.file(), StandardCopyOption.REPLACE_EXISTING);
            var problem = catchThrowableOfType(
                    DataException.class, () -> open.open(TestRecording.SESSION, List.of(Index.SPX)));
            assertThat(problem).hasMessage("rec.db is gone: another file has taken its place");
            assertThat(problem.kind()).isEqualTo(Kind.MISSING);
        }
        assertThat(recording.lastQuote()).isEqualTo("900/920");
    }

    @Test
    void reading_leaves_no_file_open() throws IOException {
        var recording = first().sql(WAL);
        assertThat(recording.lastQuote()).isEqualTo("100/120");
        var before = openFiles(recording);
        for (var i = 0; i < 30; i++) {
            recording.read();
            recording.folder().datasets();
        }
        assertThat(openFiles(recording)).isEqualTo(before).isZero();
    }

    private static long openFiles(TestRecording recording) throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> leadsTo(recording.data(), file)).count();
        }
    }

    private static boolean leadsTo(Path folder, Path link) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder);
        } catch (IOException e) {
            return false; // closed since it was listed
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_recording_at_rest_in_a_read_only_folder_is_read(String journalMode) {
        var recording = first().sql("pragma journal_mode = " + journalMode, SECOND);
        try (var _ = ReadOnlyMount.of(recording.data())) {
            assertThat(recording.lastQuote()).isEqualTo("200/220");
            assertThat(recording.copies()).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_recording_with_a_log_in_a_read_only_folder_is_read_through_it(boolean hasSharedMemory) throws Exception {
        var recording = first().sql(WAL);
        RecorderProcess.once(recording.file(), SECOND).kill();
        if (!hasSharedMemory) {
            Files.delete(recording.data().resolve("rec.db-shm"));
        }
        var before = recording.footprint();
        try (var _ = ReadOnlyMount.of(recording.data())) {
            assertThat(recording.lastQuote()).isEqualTo("200/220");
        }
        assertThat(recording.footprint()).isEqualTo(before);
        if (Files.exists(recording.copies())) {
            assertThat(recording.copies()).isEmptyDirectory();
        }
    }

    @Test
    void a_log_in_a_read_only_folder_without_room_for_a_copy_makes_a_recording_unavailable() throws Exception {
        var recording = first().sql(WAL);
        RecorderProcess.once(recording.file(), SECOND).kill();
        Files.delete(recording.data().resolve("rec.db-shm"));
        Files.writeString(recording.copies(), "not a folder");
        try (var _ = ReadOnlyMount.of(recording.data())) {
            assertThat(problem(recording, Kind.UNAVAILABLE)).hasMessageContaining("could not be copied");
        }
    }

    /** A folder mounted read-only on itself: taking rights away does not stop root, as whom tests often run. */
    private record ReadOnlyMount(Path folder) implements AutoCloseable {

        static ReadOnlyMount of(Path folder) {
            assumeTrue(
                    run("mount", "--bind", "-o", "ro", folder.toString(), folder.toString()),
                    "skipped: only root may mount a folder read-only, or there is no mount command");
            assertThat(Files.isWritable(folder)).isFalse();
            return new ReadOnlyMount(folder);
        }

        private static boolean run(String... command) {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .onExit()
                                .join()
                                .exitValue()
                        == 0;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            assertThat(run("umount", folder.toString())).isTrue();
        }
    }
}
