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
