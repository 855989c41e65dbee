package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many days are kept, and which go. */
class DayFolderTest extends DaysInFiles {

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
    void two_stores_in_one_folder_keep_to_the_limit_together() throws IOException {
        var size = Files.size(kept());
        var stores = List.of(store(20 * size), store(20 * size));
        for (var day = 0; day < 60; day++) {
            var recording = Path.of("/data/" + (100 + day) + ".db");
            stores.get(day % 2).keep(new DayKey(recording, SESSION, Index.SPX, ZoneOffset.UTC, false), STATE, DAY);

            assertThat(bytes()).as("after %d", day).isLessThan(25 * size);
        }
    }

    private long bytes() throws IOException {
        var bytes = 0L;
        try (var files = Files.newDirectoryStream(folder())) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    @Test
    void unfinished_files_count_and_those_of_the_dead_go_without_a_start() throws IOException {
        var size = Files.size(kept());
        var writing = folder().resolve(ProcessHandle.current().pid() + "-own.part");
        Files.write(writing, new byte[(int) size]);
        var dead = Files.createFile(folder().resolve(Integer.MAX_VALUE + "-dead.part"));
        used(file(KEY), Duration.ofHours(1));
        store(5 * size / 2).keep(key(Index.NDX), STATE, DAY);

        assertThat(dead).doesNotExist();
        assertThat(writing).exists();
        assertThat(file(KEY)).doesNotExist();
        assertThat(file(key(Index.NDX))).exists();
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
}
