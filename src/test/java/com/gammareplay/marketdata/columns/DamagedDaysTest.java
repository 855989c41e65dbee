package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of days that are damaged, cut off, or of somebody else: they count as not there. */
class DamagedDaysTest extends DaysInFiles {

    private static final int VERSION_PLACE = 8;

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
            assertThat(store.find(KEY, STATE::equals)).as("byte %d", place).isEmpty();
            assertThat(store().find(KEY, STATE::equals)).as("byte %d", place).isEmpty();
            store.keep(KEY, STATE, DAY);
        }
        assertFound(store, KEY);
    }

    @Test
    void a_mapped_file_that_is_written_to_is_checked_again_though_its_time_is_set_back() throws IOException {
        var file = kept();
        var store = store();
        assertFound(store, KEY);
        var time = Files.getLastModifiedTime(file);
        flip(file, 100);
        Files.setLastModifiedTime(file, time);

        assertNotFound(store);
    }

    @Test
    void a_damaged_file_does_not_harm_who_uses_what_was_mapped_before_it_was_replaced() throws IOException {
        var file = kept();
        var store = store();
        var before = store.find(KEY, STATE::equals).orElseThrow();
        Files.delete(file);
        store.keep(KEY, STATE, day(500));

        assertThat(RecordedDay.of(before.day(), before.coverage()).digest()).isEqualTo(DAY.digest());
        assertThat(store.find(KEY, STATE::equals).orElseThrow().digest()).isEqualTo(day(500).digest());
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
        assertThat(store.isKept(KEY, STATE.state())).isFalse();
        assertMadeAnew(store);
    }

    @Test
    void files_of_others_and_of_later_versions_are_made_anew() throws IOException {
        var file = kept();
        Files.writeString(file, "this is no day, and longer than the header of one is");
        assertMadeAnew(store());
        write(file, VERSION_PLACE, (byte) (DayFile.VERSION + 1));
        assertThat(store().isKept(KEY, STATE.state())).isFalse();
        assertMadeAnew(store());
    }

    @Test
    void a_day_under_the_name_of_another_is_not_taken_for_it() throws IOException {
        var other = key(Index.NDX);
        Files.copy(kept(), file(other));

        assertThat(store().find(other, STATE::equals)).isEmpty();
        assertThat(store().isKept(other, STATE.state())).isFalse();
    }
}
