package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** What tests of kept days share: a folder, stores in it, and a day to keep. */
abstract class DaysInFiles {

    static final Session SESSION =
            new ExchangeCalendar().session(LocalDate.of(2026, 1, 12)).orElseThrow();
    static final DayKey KEY = key(Index.SPX);
    static final DayOrigin STATE = new DayOrigin("as it is", "1");
    static final long NO_LIMIT = Long.MAX_VALUE;
    static final RecordedDay DAY = day(100);

    @TempDir
    Path root = Path.of("");

    Duration ahead = Duration.ZERO;

    static DayKey key(Index index) {
        return new DayKey(Path.of("/data/rec.db"), SESSION, index, ZoneOffset.UTC, false);
    }

    static RecordedDay day(int bid) {
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
        return RecordedDay.of(day, new Coverage(Index.SPX, 60, 60, 60, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    }

    Path folder() {
        return root.resolve("cache");
    }

    DayStore store() {
        return store(NO_LIMIT);
    }

    DayStore store(long mostBytes) {
        return store(folder(), mostBytes);
    }

    DayStore store(Path folder, long mostBytes) {
        return new DayStore(folder, mostBytes, () -> Instant.now().plus(ahead));
    }

    Path file(DayKey key) {
        return folder().resolve(key.fileName() + ".day");
    }

    Path kept() {
        store().keep(KEY, STATE, DAY);
        return file(KEY);
    }

    static void assertFound(DayStore store, DayKey key) {
        var found = store.find(key, STATE::equals).orElseThrow();
        assertThat(found.coverage()).isEqualTo(DAY.coverage());
        assertThat(RecordedDay.of(found.day(), found.coverage()).digest())
                .isEqualTo(found.digest())
                .isEqualTo(DAY.digest());
        assertThat(store.isKept(key, STATE.state())).isTrue();
    }

    static void assertNotFound(DayStore store) {
        assertThat(store.find(KEY, STATE::equals)).isEmpty();
    }

    void assertMadeAnew(DayStore store) {
        assertNotFound(store);
        store.keep(KEY, STATE, DAY);
        assertFound(store, KEY);
    }
}
