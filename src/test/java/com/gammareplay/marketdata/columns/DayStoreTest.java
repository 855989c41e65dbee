package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Days as files: what is found is what was kept, or nothing. */
class DayStoreTest {

    private static final Session SESSION =
            new ExchangeCalendar().session(LocalDate.of(2026, 1, 12)).orElseThrow();
    private static final DayKey KEY = key(Index.SPX);
    private static final String STATE = "as it is";
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int VERSION_PLACE = 8;
    private static final RecordedDay DAY = day(100);

    @TempDir
    private Path root = Path.of("");

    private Duration ahead = Duration.ZERO;

    private static DayKey key(Index index) {
        return new DayKey(Path.of("/data/rec.db"), SESSION, index, ZoneOffset.UTC, false);
    }

    private static RecordedDay day(int bid) {
        var quotes = new QuoteColumnsBuilder();
        for (var number = 0; number < 60; number++) {
            quotes.add(number, SESSION.open() + number, Right.PUT, 697_000, bid + number, bid + number + 20);
        }
        var day = new IndexDay(
                Index.SPX,
                quotes.build(),
                new PriceColumns(List.of(new PriceColumns.Row(SESSION.open(), 697_150L, null))),
                new PriceColumns(List.of()),
                new PeakColumns(List.of(new PeakColumns.Row(SESSION.open(), 6970, null))),
                new ChainColumns(new TreeMap<>()));
        return RecordedDay.of(day, new Coverage(Index.SPX, 60, 60, 60, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    private Path folder() {
        return root.resolve("cache");
    }

    private DayStore store() {
        return store(NO_LIMIT);
    }

    private DayStore store(long mostBytes) {
        return store(folder(), mostBytes);
    }

    private DayStore store(Path folder, long mostBytes) {
        return new DayStore(folder, mostBytes, () -> Instant.now().plus(ahead));
    }

    private Path file(DayKey key) {
        return folder().resolve(key.fileName() + ".day");
    }

    private Path kept() {
        store().keep(KEY, STATE, DAY);
        return file(KEY);
    }

    private static void assertFound(DayStore store, DayKey key) {
        var found = store.find(key, STATE).orElseThrow();
        assertThat(found.coverage()).isEqualTo(DAY.coverage());
        assertThat(RecordedDay.of(found.day(), found.coverage()).digest())
                .isEqualTo(found.digest())
                .isEqualTo(DAY.digest());
        assertThat(store.isKept(key, STATE)).isTrue();
    }

    private static void assertNotFound(DayStore store) {
        assertThat(store.find(KEY, STATE)).isEmpty();
    }

    private void assertMadeAnew(DayStore store) {
        assertNotFound(store);
        store.keep(KEY, STATE, DAY);
        assertFound(store, KEY);
    }

    private static void write(Path file, long place, byte value) throws IOException {
        // Otherwise the time of the file might stay the same, which is known to some milliseconds only.
        var known = Files.getLastModifiedTime(file).toInstant();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> Instant.now().isAfter(known.plusMillis(20)));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {value}), place);
        }
    }

    private static void flip(Path file, long place) throws IOException {
        write(file, place, (byte) (Files.readAllBytes(file)[(int) place] ^ 0x10));
    }

    @Test
    void a_day_is_found_in_the_state_in_which_it_was_read_only() {
        var store = store();
        assertNotFound(store);
        store.keep(KEY, STATE, DAY);

        assertFound(store, KEY);
        assertFound(store(), KEY);
        assertThat(store.find(KEY, "another state")).isEmpty();
        assertThat(store.isKept(KEY, "another state")).isFalse();
        assertThat(store.find(key(Index.NDX), STATE)).isEmpty();
        assertThat(store.hits()).isEqualTo(1);
        assertThat(store.misses()).isEqualTo(3);
    }

    @Test
    void other_hours_zones_and_needs_are_other_days() {
        kept();
        var early = new Session(SESSION.date(), SESSION.open(), SESSION.close() - 10_800, true);

        assertThat(store().find(new DayKey(KEY.recording(), early, Index.SPX, KEY.zone(), false), STATE))
                .isEmpty();
        assertThat(store().find(new DayKey(KEY.recording(), SESSION, Index.SPX, ZoneOffset.MAX, false), STATE))
                .isEmpty();
        assertThat(store().find(new DayKey(KEY.recording(), SESSION, Index.SPX, KEY.zone(), true), STATE))
                .isEmpty();
        assertThat(store().find(new DayKey(Path.of("/other/rec.db"), SESSION, Index.SPX, KEY.zone(), false), STATE))
                .isEmpty();
    }

    @Test
    void names_of_the_same_zone_are_the_same_day() {
        kept();

        assertFound(store(), new DayKey(KEY.recording(), SESSION, Index.SPX, ZoneId.of("UTC"), false));
    }

    @Test
    void the_longest_name_of_a_recording_can_be_kept() {
        var key = new DayKey(Path.of("/data", "x".repeat(252) + ".db"), SESSION, Index.SPX, KEY.zone(), false);
        var store = store();
        store.keep(key, STATE, DAY);

        assertFound(store, key);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_flipped_byte_anywhere_is_noticed_also_while_the_file_is_mapped(long seed) throws IOException {
        var file = kept();
        var store = store();
        var random = new Random(seed);
        var header = IntStream.range(0, 24).mapToLong(place -> place);
        var content = random.longs(10, 24, Files.size(file));
        for (var place : (seed == 1 ? header : content).toArray()) {
            assertFound(store, KEY);
            flip(file, place);
            assertThat(store.find(KEY, STATE)).as("byte %d", place).isEmpty();
            assertThat(store().find(KEY, STATE)).as("byte %d", place).isEmpty();
            store.keep(KEY, STATE, DAY);
        }
        assertFound(store, KEY);
    }

    @Test
    void a_damaged_file_does_not_harm_who_uses_what_was_mapped_before_it_was_replaced() throws IOException {
        var file = kept();
        var store = store();
        var before = store.find(KEY, STATE).orElseThrow();
        Files.delete(file);
        store.keep(KEY, STATE, day(500));

        assertThat(RecordedDay.of(before.day(), before.coverage()).digest()).isEqualTo(DAY.digest());
        assertThat(store.find(KEY, STATE).orElseThrow().digest()).isEqualTo(day(500).digest());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 24, 30, 500})
    void a_file_that_was_cut_off_is_made_anew(int size) throws IOException {
        var file = kept();
        var store = store();
        assertFound(store, KEY);
        Files.write(file, List.of(), StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(file, new byte[size]);
        assertMadeAnew(store);
        var whole = Files.readAllBytes(file);
        assertThat(size).isLessThan(whole.length);
        Files.write(file, Arrays.copyOf(whole, size));
        assertThat(store.isKept(KEY, STATE)).isFalse();
        assertMadeAnew(store);
    }

    @Test
    void files_of_others_and_of_later_versions_are_made_anew() throws IOException {
        var file = kept();
        Files.writeString(file, "this is no day, and longer than the header of one is");
        assertMadeAnew(store());
        write(file, VERSION_PLACE, (byte) (DayFile.VERSION + 1));
        assertThat(store().isKept(KEY, STATE)).isFalse();
        assertMadeAnew(store());
    }

    @Test
    void a_day_under_the_name_of_another_is_not_taken_for_it() throws IOException {
        var other = key(Index.NDX);
        Files.copy(kept(), file(other));

        assertThat(store().find(other, STATE)).isEmpty();
        assertThat(store().isKept(other, STATE)).isFalse();
    }

    @Test
    void files_can_be_deleted_at_any_time() throws IOException {
        var file = kept();
        var store = store();
        assertFound(store, KEY);
        Files.delete(file);
        assertMadeAnew(store);
        Files.delete(file);
        Files.delete(folder());
        assertMadeAnew(store);
    }

    @Test
    void many_may_keep_and_find_the_same_day_at_once() throws Exception {
        var stores = List.of(store(), store());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        var store = stores.get(number % 2);
                        store.keep(KEY, STATE, DAY);
                        assertFound(store, KEY);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(folder()).isDirectoryContaining(file -> file.toString().endsWith(".day"));
        assertThat(folder()).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    private List<ILoggingEvent> warnings(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(DayStore.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    private static void keepAll(DayStore store) {
        for (var number = 0; number < 5; number++) {
            for (var index : Index.values()) {
                store.keep(key(index), STATE, DAY);
                assertThat(store.find(key(index), STATE)).isEmpty();
                assertThat(store.isKept(key(index), STATE)).isFalse();
            }
        }
        store.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file/cache"})
    void a_folder_that_cannot_be_had_is_said_once_an_hour(String name) throws IOException {
        Files.createFile(root.resolve("file"));
        var store = store(root.resolve(name), NO_LIMIT);

        assertThat(warnings(() -> keepAll(store)))
                .hasSizeBetween(1, 2) // of keeping, of reading
                .extracting(ILoggingEvent::getFormattedMessage)
                .allMatch(text -> text.contains(name));
        assertThat(warnings(() -> keepAll(store))).isEmpty();
        ahead = Duration.ofHours(2);
        assertThat(warnings(() -> keepAll(store))).isNotEmpty();
    }

    @Test
    void a_full_disk_is_said_once_and_leaves_nothing_half_written() throws Exception {
        Files.createDirectory(folder());
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder().toString()))
                .as("a small disk can only be mounted by root with the right to do so")
                .isTrue();
        try {
            Files.write(folder().resolve("ballast"), new byte[4096]);
            var store = store();

            assertThat(warnings(() -> keepAll(store)))
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .contains("No space left");
            assertThat(folder())
                    .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        } finally {
            assertThat(command("umount", folder().toString())).isTrue();
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void used(Path file, Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void the_longest_unused_go_when_there_are_too_many_bytes() throws IOException {
        var spx = kept();
        var size = Files.size(spx);
        var store = store(5 * size / 2);
        store.keep(key(Index.NDX), STATE, DAY);
        var ndx = file(key(Index.NDX));
        var third = new DayKey(KEY.recording(), SESSION, Index.SPX, ZoneOffset.MAX, false);
        used(spx, Duration.ofHours(3));
        used(ndx, Duration.ofHours(2));
        assertFound(store, KEY);
        store.keep(third, STATE, DAY);

        assertThat(spx).exists();
        assertThat(ndx).doesNotExist();
        assertThat(file(third)).exists();
        assertThat(store.bytes()).isBetween(2 * size - 20, 2 * size + 20);
    }

    @Test
    void a_day_that_is_mapped_for_long_shows_that_it_is_used() throws IOException {
        var file = kept();
        var store = store();
        assertFound(store, KEY);
        ahead = Duration.ofHours(2);
        assertFound(store, KEY);

        assertThat(Files.getLastModifiedTime(file).toInstant())
                .isAfter(Instant.now().plusSeconds(3600));
        assertFound(store, KEY);
    }

    @Test
    void at_the_start_the_limit_holds_for_what_was_there_and_leftovers_go() throws IOException {
        var file = kept();
        var size = Files.size(file);
        var own = ProcessHandle.current().pid() + "-own.part";
        var dead = Files.createFile(folder().resolve(Integer.MAX_VALUE + "-dead.part"));
        var writing = Files.createFile(folder().resolve(own));
        var namesake = Files.createFile(folder().resolve(own.replace("own", "before")));
        used(namesake, Duration.ofHours(2));
        var foreign = Files.createFile(folder().resolve("notes.part"));
        var store = store();
        store.tidy();

        assertThat(dead).doesNotExist();
        assertThat(namesake).doesNotExist();
        assertThat(writing).exists();
        assertThat(foreign).exists();
        assertThat(store.bytes()).isEqualTo(size);

        store(size - 1).tidy();
        assertThat(file).doesNotExist();
    }

    @Test
    void what_was_written_within_two_seconds_is_too_young() {
        var now = Instant.now();

        assertThat(store().isTooYoung(now.minusMillis(1000))).isTrue();
        assertThat(store().isTooYoung(now.plusSeconds(60))).isTrue();
        assertThat(store().isTooYoung(now.minusMillis(2100))).isFalse();
    }
}
