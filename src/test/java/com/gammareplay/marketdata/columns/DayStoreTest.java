package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days as files: what is found is what was kept, or nothing. */
class DayStoreTest extends DaysInFiles {

    @Test
    void a_day_is_found_in_the_state_in_which_it_was_read_only() {
        var store = store();
        assertNotFound(store);
        store.keep(KEY, STATE, DAY);

        assertFound(store, KEY);
        assertFound(store(), KEY);
        assertThat(store.find(KEY, new DayOrigin("another state", "1")::equals)).isEmpty();
        assertThat(store.isKept(KEY, "another state")).isFalse();
        assertThat(store.find(key(Index.NDX), STATE::equals)).isEmpty();
        assertThat(store.hits()).isEqualTo(1);
        assertThat(store.misses()).isEqualTo(3);
    }

    @Test
    void other_hours_zones_and_needs_are_other_days() {
        kept();
        var early = new Session(SESSION.date(), SESSION.open(), SESSION.close() - 10_800, true);

        assertThat(store().find(new DayKey(KEY.recording(), early, Index.SPX, KEY.zone(), false), STATE::equals))
                .isEmpty();
        assertThat(store().find(new DayKey(KEY.recording(), SESSION, Index.SPX, ZoneOffset.MAX, false), STATE::equals))
                .isEmpty();
        assertThat(store().find(new DayKey(KEY.recording(), SESSION, Index.SPX, KEY.zone(), true), STATE::equals))
                .isEmpty();
        assertThat(store().find(
                                new DayKey(Path.of("/other/rec.db"), SESSION, Index.SPX, KEY.zone(), false),
                                STATE::equals))
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

    @Test
    void what_was_written_within_two_seconds_is_too_young() {
        var now = Instant.now();

        var store = new DayStore(folder(), NO_LIMIT, () -> now);

        assertThat(store.isTooYoung(now.minusMillis(1900))).isTrue();
        assertThat(store.isTooYoung(now.plusSeconds(60))).isTrue();
        assertThat(store.isTooYoung(now.minusMillis(2100))).isFalse();
    }
}
