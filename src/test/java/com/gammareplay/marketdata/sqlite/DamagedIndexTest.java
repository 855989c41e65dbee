package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key of an index that is greater than those behind it ends a walk through the index before its time. */
class DamagedIndexTest {

    private static final int PAGE = 512;
    /** An index's leaves and inner pages. */
    private static final List<Integer> INDEX_PAGES = List.of(2, 10);

    private static final String[] ROWS = {
        "with recursive n(i) as (select 0 union all select i + 1 from n where i < 299)"
                + " insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask)"
                + " select datetime('2026-01-12 14:35:00', (i / 6 * 30) || ' seconds'), 'SPX', 6950 + i % 6 * 5, 'put',"
                + " 1.0, 1.2 from n",
        "with recursive n(i) as (select 0 union all select i + 1 from n where i < 99)"
                + " insert into gex_peaks(timestamp, index_symbol, peak_rank, strike)"
                + " select datetime('2026-01-12 14:35:00', (i * 30) || ' seconds'), 'SPX', 1, 6970 from n",
        "insert into market_context(timestamp, index_symbol, underlying_price, vix)"
                + " select timestamp, index_symbol, 6971.5, 15.5 from gex_peaks"
    };

    @TempDir
    Path folder;

    /** Where timestamps that begin so stand in an index. */
    private static List<Integer> places(byte[] content, String wanted) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var places = new ArrayList<Integer>();
        for (var place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + 1)) {
            if (INDEX_PAGES.contains((int) content[place / PAGE * PAGE])) {
                places.add(place);
            }
        }
        return places;
    }

    private TestRecording recording() {
        return TestRecording.in(
                        folder,
                        Stream.concat(Stream.of("pragma page_size = " + PAGE), TestRecording.SCHEMA.stream())
                                .toList())
                .sql(ROWS);
    }

    /** Rows of which the balance says that no session has them. */
    private static long missing(TestRecording recording) {
        var folder = recording.folder();
        folder.count("rec", () -> false);
        var dataset = folder.dataset("rec").orElseThrow().readable().orElseThrow();
        return Objects.requireNonNull(dataset.balance()).stream()
                .mapToLong(table -> table.rows() - table.inSessions())
                .sum();
    }

    /** Keys that the search for the session's begin and end itself meets can hide rows, and those the balance shows. */
    @ParameterizedTest
    @CsvSource({"0, 2, false", "0, 4, true", "15, 1, false"}) // 0026, 6026, or a minute more or less
    void a_session_is_read_whole_or_refused(int letter, int bit, boolean isRefusedAtTimes) throws IOException {
        var whole = new LegPricePaths(recording());
        var expected = whole.byRows();
        assertThat(whole.byPasses()).isEqualTo(expected);
        var content = Files.readAllBytes(whole.recording().file());
        var outcomes = new TreeMap<String, Integer>();
        var places = places(content, "2026-01-12");
        for (var place : places) {
            var damaged = content.clone();
            damaged[place + letter] ^= (byte) bit;
            var recording = TestRecording.of(folder, damaged);
            var paths = new LegPricePaths(recording);
            for (var read : List.of(paths.byRows(), paths.byPasses())) {
                var isRefused = read.equals(LegPricePaths.REFUSED + Kind.CORRUPT);
                var outcome = isRefused ? "refused" : read.equals(expected) ? "whole" : "less";
                outcomes.merge(outcome, 1, Integer::sum);
                if (outcome.equals("less")) {
                    assertThat(missing(recording)).as("byte %d", place).isPositive();
                }
            }
        }
        assertThat(outcomes).containsKey("whole");
        assertThat(outcomes.containsKey("refused")).isEqualTo(isRefusedAtTimes);
        assertThat(outcomes.getOrDefault("less", 0)).isLessThan(places.size() / 10);
    }

    @Test
    void the_message_says_what_to_do() throws IOException {
        var content = Files.readAllBytes(recording().file());
        places(content, "2026-01-12 14:45:00").forEach(place -> content[place] ^= 4);
        var damaged = TestRecording.of(folder, content);
        assertThatThrownBy(damaged::read)
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "rec.db: table options_prices_live, session 2026-01-12: its index on the timestamp is damaged;"
                                + " REINDEX repairs it");
        damaged.sql("reindex");
        assertThat(damaged.coverage().rows()).isEqualTo(500);
    }
}
