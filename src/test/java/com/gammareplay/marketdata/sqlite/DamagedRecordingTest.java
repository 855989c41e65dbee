package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.Shortcoming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no recordings, or no longer: each is refused with a problem that names the file, never its folder. */
class DamagedRecordingTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private DataException problem(TestRecording recording) {
        var problem = catchThrowableOfType(DataException.class, recording::read);
        assertThat(problem).isNotNull();
        assertThat(problem.getMessage())
                .contains("rec.db")
                .doesNotContain(folder.toString(), "select", "insert", "pragma");
        return problem;
    }

    private TestRecording file(byte[] content) {
        return TestRecording.of(folder, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "SQLite", "SQLite format 3\0", "timestamp,strike\n2026-01-12,6970\n"})
    void a_file_that_is_no_database_is_refused(String content) {
        assertThat(problem(file(content.getBytes(StandardCharsets.UTF_8))).kind())
                .isEqualTo(Kind.CORRUPT);
    }

    @Test
    void a_database_without_a_table_is_refused() {
        var recording = TestRecording.in(folder, List.of("create table t(a)", "drop table t"));
        assertThat(problem(recording)).hasMessageContaining("none of the recorder's tables");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws IOException {
        var whole = Files.readAllBytes(TestRecording.in(folder).filled().file());
        assertThat(whole.length).isGreaterThan(20 * PAGE);
        var lengths = List.of(
                1,
                15,
                16,
                50,
                99,
                100,
                512,
                PAGE - 1,
                PAGE,
                PAGE + 1,
                2 * PAGE,
                whole.length / 2,
                whole.length - PAGE,
                whole.length - 100,
                whole.length - 1);
        for (var length : lengths) {
            var problem = problem(file(Arrays.copyOf(whole, length)));
            assertThat(problem.kind()).as("first %d bytes", length).isEqualTo(Kind.CORRUPT);
        }
        assertThat(problem(file(Arrays.copyOf(whole, whole.length - 1))))
                .hasMessageContaining("truncated: it has " + (whole.length - 1) + " of " + whole.length + " bytes");
        assertThat(problem(file(Arrays.copyOf(whole, 2 * PAGE))))
                .hasMessage("rec.db: it is truncated: it has " + 2 * PAGE + " bytes, and its header says more");
        assertThat(problem(file(new byte[0]))).hasMessage("rec.db is empty");
    }

    @Test
    void a_file_in_wal_mode_cut_off_anywhere_is_refused() throws IOException {
        var whole = Files.readAllBytes(TestRecording.in(folder)
                .filled()
                .sql("pragma journal_mode = wal")
                .file());
        for (var length : List.of(99, PAGE, 5 * PAGE + 1, whole.length - 1)) {
            var problem = problem(file(Arrays.copyOf(whole, length)));
            assertThat(problem.kind()).as("first %d bytes", length).isEqualTo(Kind.CORRUPT);
        }
    }

    /** The inner pages of a table lead to all others: none can be wrong without notice. */
    @Test
    void a_page_of_noise_is_refused_or_lies_where_nothing_is_read() throws IOException {
        var recording = TestRecording.in(folder).filled();
        var whole = Files.readAllBytes(recording.file());
        var digest = recording.read().digest();
        var refused = new ArrayList<Integer>();
        for (var page = 0; page < whole.length / PAGE; page++) {
            var content = whole.clone();
            for (var i = page * PAGE; i < (page + 1) * PAGE; i++) {
                content[i] = (byte) ~content[i];
            }
            try {
                assertThat(file(content).read().digest()).isEqualTo(digest);
            } catch (DataException e) {
                assertThat(e.kind()).isEqualTo(Kind.CORRUPT);
                assertThat(e.getMessage()).contains("rec.db").doesNotContain(folder.toString());
                refused.add(page);
            }
        }
        assertThat(refused).contains(0).hasSizeGreaterThan(10);
    }

    @Test
    void a_damaged_page_is_reported_with_its_table() throws IOException {
        var recording = TestRecording.in(folder).filled();
        var content = Files.readAllBytes(recording.file());
        var root = IntStream.range(2, content.length / PAGE)
                .filter(page -> content[page * PAGE] == 5)
                .findFirst()
                .orElseThrow();
        content[root * PAGE] = 77;
        assertThat(problem(file(content))).hasMessageContaining("table options_prices_live");
    }

    @ParameterizedTest
    @EnumSource(RecorderTable.class)
    void a_missing_table_is_a_shortcoming(RecorderTable table) {
        var recording = TestRecording.in(folder).filled().sql("drop table " + table.tableName());
        try (var open = recording.open()) {
            assertThat(open.shortcomings())
                    .containsExactly(new Shortcoming(
                            "TABLE_MISSING",
                            1,
                            "The recording has no table " + table.tableName() + ".",
                            Map.of("table", table.tableName())));
        }
        assertThat(recording.coverage().rows()).isEqualTo(table == RecorderTable.OPTIONS_PRICES_LIVE ? 4 : 3003);
    }

    static Stream<List<String>> columns() {
        return Arrays.stream(RecorderTable.values())
                .flatMap(table -> table.columns().stream().map(column -> List.of(table.tableName(), column)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_missing_column_is_refused_by_name(List<String> place) {
        var table = place.getFirst();
        var column = place.getLast();
        var schema = TestRecording.LOOSE_SCHEMA.stream()
                .map(sql -> sql.contains(" " + table + "(") ? sql.replaceAll("\\b" + column + "\\b", "other") : sql)
                .toList();
        assertThat(problem(TestRecording.in(folder, schema)))
                .hasMessage("rec.db: table " + table + " has no column " + column)
                .extracting(DataException::kind)
                .isEqualTo(Kind.CORRUPT);
    }

    @Test
    void a_view_on_what_is_not_there_is_refused() {
        var recording = TestRecording.in(folder)
                .filled()
                .sql("drop table market_context", "create view market_context as select * from elsewhere");
        assertThat(problem(recording)).hasMessageContaining("no such table: main.elsewhere, table market_context");
    }

    @Test
    void more_strikes_at_more_instants_than_fit_are_refused() {
        var recording = TestRecording.in(folder)
                .sql("with recursive n(i) as (select 0 union all select i + 1 from n where i < 9999) insert into"
                        + " options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask) select"
                        + " datetime('2026-01-12 14:30:00', i || ' seconds'), 'SPX', i, 'call', 1, 2 from n");
        assertThat(problem(recording))
                .hasMessage("rec.db: table options_prices_live has too many strikes at too many instants of SPX on"
                        + " 2026-01-12: 200000000 quotes, at most 16777216 can be replayed");
    }

    @Test
    void a_refused_file_leaves_no_file_open() throws IOException {
        var recording = file("no database".repeat(100).getBytes(StandardCharsets.UTF_8));
        problem(recording);
        var before = openFiles();
        for (var i = 0; i < 50; i++) {
            problem(recording);
        }
        assertThat(openFiles()).isLessThan(before + 10);
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
