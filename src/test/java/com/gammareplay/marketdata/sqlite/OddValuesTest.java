package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.testing.DeafListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a recording should not hold: each is left out and counted, and none becomes a wrong quote. */
class OddValuesTest {

    private static final String TIME = "'2026-01-12 14:36:00'";
    private static final List<String> ODD = List.of(
            "null",
            "'text'",
            "''",
            "x'00ff'",
            "9e999",
            "-9e999",
            "1e300",
            "-1e300",
            "9223372036854775807",
            "-1",
            "0",
            "1e-300",
            "10000000",
            "10737419",
            "21474836.46");

    @TempDir
    Path folder;

    private TestRecording loose() {
        return TestRecording.in(folder, TestRecording.LOOSE_SCHEMA);
    }

    static Stream<Arguments> quotes() {
        return Stream.of(
                quote("null", "1.2", "0/120", _ -> 0),
                quote("1", "null", "none", Coverage::nullQuotes),
                quote("null", "null", "none", Coverage::nullQuotes),
                quote("1.3", "1.2", "none", Coverage::crossedQuotes),
                quote("1.2", "1.2", "120/120", _ -> 0),
                quote("-0.05", "1.2", "none", Coverage::badQuotes),
                quote("-0.001", "1.2", "0/120", _ -> 0),
                quote("-0.005", "1.2", "0/120", _ -> 0),
                quote("-0.0051", "1.2", "none", Coverage::badQuotes),
                quote("1", "0.005", "none", Coverage::badQuotes),
                quote("1.004", "1.001", "100/100", _ -> 0),
                quote("1", "-1.2", "none", Coverage::badQuotes),
                quote("0", "0", "none", Coverage::badQuotes),
                quote("0", "0.05", "0/5", _ -> 0),
                quote("'1.0'", "1.2", "none", Coverage::badQuotes),
                quote("1", "'1.2'", "none", Coverage::badQuotes),
                quote("x'31'", "1.2", "none", Coverage::badQuotes),
                quote("1", "9e999", "none", Coverage::badQuotes),
                quote("-9e999", "1.2", "none", Coverage::badQuotes),
                quote("1e300", "1e300", "none", Coverage::badQuotes),
                quote("1", "9223372036854775807", "none", Coverage::badQuotes),
                quote("10000000", "10000000.00", "1000000000/1000000000", _ -> 0),
                quote("1", "10000000.01", "none", Coverage::badQuotes),
                quote("10000000.01", "10000000.01", "none", Coverage::badQuotes),
                quote("1", "2", "100/200", _ -> 0));
    }

    private static Arguments quote(String bid, String ask, String expected, ToLongFunction<Coverage> counter) {
        return Arguments.of(bid, ask, expected, counter, expected.equals("none") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void a_quote_is_used_or_counted(
            String bid, String ask, String expected, ToLongFunction<Coverage> counter, long count) {
        var recording = loose().leg("'2026-01-12 14:35:00'", "6970", "'put'", "5", "5.2")
                .leg(TIME, "6970", "'put'", bid, ask);
        assertThat(recording.lastQuote()).isEqualTo(expected);
        assertThat(counter.applyAsLong(recording.coverage())).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"10000000, 0", "10000000.01, 1", "-10000000.01, 1"})
    void an_index_price_above_ten_million_is_counted(String price, int count) {
        var recording = loose().sql("insert into market_context values (1, " + TIME + ", 'SPX', " + price + ", 15)");
        assertThat(recording.coverage().badPrices()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'PUT'", "'Put'", "'pUt'"})
    void an_option_type_is_known_in_any_letter_case(String type) {
        assertThat(loose().leg(TIME, "6970", type, "1", "1.2").lastQuote()).isEqualTo("100/120");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "6970, 'P'",
                "6970, ' put'",
                "6970, x'707574'",
                "6970, null",
                "6970, 1",
                "'6970', 'put'",
                "null, 'put'",
                "x'36393730', 'put'",
                "9e999, 'put'",
                "1e300, 'put'",
                "-1e300, 'put'",
                "9223372036854775807, 'put'",
                "10737418.24, 'put'",
                "10737418.236, 'put'"
            })
    void a_contract_that_cannot_be_is_counted(String strike, String type) {
        var recording = loose().leg(TIME, strike, type, "1", "1.2");
        assertThat(recording.coverage().badContracts()).isEqualTo(1);
        assertThat(recording.coverage().legPrices()).isZero();
    }

    @Test
    void a_strike_off_the_grid_is_a_strike_of_its_own() {
        var recording = loose().leg(TIME, "6970.5", "'put'", "1", "1.2").leg(TIME, "6970", "'put'", "2", "2.2");
        assertThat(recording.lastQuote()).isEqualTo("200/220");
        assertThat(recording.coverage().legPrices()).isEqualTo(2);
    }

    @Test
    void other_indices_are_not_read() {
        var recording = loose().sql("insert into options_prices_live values (1, " + TIME
                + ", 'SPY', 6970, 'put', 1, 2),"
                + " (2, " + TIME + ", 'spx', 6970, 'put', 1, 2), (3, " + TIME + ", null, 6970, 'put', 1, 2),"
                + " (4, " + TIME + ", x'535058', 6970, 'put', 1, 2), (5, " + TIME + ", 1, 6970, 'put', 1, 2)");
        assertThat(recording.coverage().rows()).isZero();
        assertThat(recording
                        .folder()
                        .datasets()
                        .getFirst()
                        .readable()
                        .orElseThrow()
                        .indices())
                .isEmpty();
    }

    @Test
    void a_recording_of_one_index_leaves_the_other_empty() {
        var coverage = loose().leg(TIME, "6970", "'put'", "1", "1.2").read().coverage();
        assertThat(coverage).extracting(Coverage::index).containsExactly(Index.SPX, Index.NDX);
        assertThat(coverage).extracting(Coverage::rows).containsExactly(1L, 0L);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "no json, 1, 0",
                "{}, 1, 0",
                "null, 1, 0",
                "\"\", 1, 0",
                "[, 1, 0",
                "[] [], 1, 0",
                "[], 0, 0",
                "[{}], 0, 1",
                "[1], 0, 1",
                "\"[{\"\"strike\"\": NaN, \"\"option_type\"\": \"\"put\"\"}]\", 0, 1",
                "\"[{\"\"strike\"\": \"\"6970\"\", \"\"option_type\"\": \"\"put\"\"}]\", 0, 1",
                "\"[{\"\"strike\"\": 1e400, \"\"option_type\"\": \"\"put\"\"}]\", 0, 1",
                "\"[{\"\"strike\"\": 6970, \"\"option_type\"\": \"\"PUT\"\", \"\"greeks\"\": null}]\", 0, 0",
                "\"[{\"\"strike\"\": 6970, \"\"option_type\"\": \"\"x\"\"}]\", 0, 1",
                "\"[{\"\"strike\"\": 6970, \"\"option_type\"\": \"\"put\"\", \"\"open_interest\"\": NaN}]\", 0, 0",
                "\"[{\"\"strike\"\": 6970, \"\"option_type\"\": \"\"put\"\", \"\"open_interest\"\": Infinity}]\", 0, 1"
            })
    void a_chain_is_used_or_counted(String chain, int badChains, int badEntries) {
        var coverage = loose().sql("insert into options_snapshots values (1, " + TIME
                        + ", 'SPX', 6970, 15, '2026-01-12', '" + chain + "')")
                .coverage();
        assertThat(coverage.badChains()).isEqualTo(badChains);
        assertThat(coverage.badChainEntries()).isEqualTo(badEntries);
        assertThat(coverage.contextRows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"strike, 309", "open_interest, 15", "open_interest, 309", "open_interest, 9999", "gamma, 309"})
    void an_absurd_number_costs_its_entry_only(String field, int digits) {
        var good =
                "{\"strike\": 6970, \"option_type\": \"call\", \"open_interest\": 900, \"greeks\": {\"gamma\": 0.02}}";
        var bad = good.replaceFirst("(\"" + field + "\": )[0-9.]+", "$1" + "9".repeat(digits));
        var recording = loose().sql("insert into options_snapshots values (1, " + TIME
                + ", 'SPX', 6970, 15, '2026-01-12', '[" + good + ", " + bad + ", " + good + "]')");
        assertThat(recording.coverage().badChainEntries()).isEqualTo(digits == 15 ? 0 : 1);
        assertThat(recording.coverage().badChains()).isZero();
        assertThat(entries(recording)).isEqualTo(digits == 15 ? 3 : 2);
    }

    private static int entries(TestRecording recording) {
        var read = recording.read();
        read.advanceTo(TestRecording.SESSION.close());
        var view = read.view(Index.SPX);
        return view.chain(view.newestPeaks(GexSource.RECOMPUTED, view.now()))
                .entries()
                .size();
    }

    @Test
    void the_bytes_of_a_chain_are_a_chain() {
        var chain = "[{\"strike\": 6970, \"option_type\": \"call\"}]";
        var recording = loose().sql("insert into options_snapshots values (1, " + TIME
                + ", 'SPX', 6970, 15, '2026-01-12', cast('" + chain + "' as blob))");
        assertThat(recording.coverage().badChains()).isZero();
        assertThat(entries(recording)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "options_snapshots, chain_data, badChains",
        "options_snapshots, expiration, ",
        "options_snapshots, vix, badPrices",
        "gex_peaks, strike, badPeaks",
        "gex_peaks, timestamp, badTimestamps",
        "market_context, underlying_price, badPrices",
        "options_prices_live, timestamp, badTimestamps",
        "options_prices_live, index_symbol, ",
        "options_prices_live, option_type, badContracts",
        "options_prices_live, strike, badContracts",
        "options_prices_live, bid, badQuotes"
    })
    void a_cell_longer_than_25_megabytes_is_counted_and_not_read(
            String table, String column, @Nullable String counter) {
        for (var schema : List.of(TestRecording.SCHEMA, TestRecording.LOOSE_SCHEMA)) {
            var recording = TestRecording.in(folder.resolve("schema-" + schema.size()), schema)
                    .filled()
                    .sql("update " + table + " set " + column
                            + " = '2026-01-12' || hex(zeroblob(12500000)) where rowid =" + " (select min(rowid) from "
                            + table + ")");
            var counted = recording.coverage().toString();
            assertThat(counted).containsPattern(counter == null ? "rows=" : counter + "=1\\b");
            assertThat(recording.folder().datasets().getFirst().problem()).isNull();
        }
    }

    @Test
    void a_chain_nested_without_end_is_counted() {
        var chain = "[".repeat(100_000);
        var coverage = loose().sql("insert into options_snapshots values (1, " + TIME
                        + ", 'SPX', 6970, 15, '2026-01-12', '" + chain + "')")
                .coverage();
        assertThat(coverage.badChains()).isEqualTo(1);
    }

    @Test
    void snapshots_of_other_expirations_are_rows_but_give_nothing() {
        var coverage = loose().sql("insert into options_snapshots values (1, " + TIME
                        + ", 'SPX', 6970, 15, '2026-01-13', '[]'), (2, " + TIME + ", 'SPX', 6970, 15, null, '[]')")
                .coverage();
        assertThat(coverage.rows()).isEqualTo(2);
        assertThat(coverage.otherExpirations()).isEqualTo(2);
        assertThat(coverage.contextRows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'6970'", "x'00'", "9e999", "1e300"})
    void a_peak_without_a_strike_is_counted(String strike) {
        var coverage = loose().sql("insert into gex_peaks values (1, " + TIME + ", 'SPX', 1, " + strike + ")")
                .coverage();
        assertThat(coverage.badPeaks()).isEqualTo(1);
        assertThat(coverage.peakSnapshots()).isZero();
    }

    @Test
    void views_tables_without_rowid_and_other_ids_are_read_alike() {
        var recording = TestRecording.in(folder)
                .filled()
                .put("2026-01-12 14:35:00", "7", "7.2")
                .sql("update options_prices_live set id = 10000 - id");
        var digest = recording.read().digest();
        for (var table : RecorderTable.values()) {
            var name = table.tableName();
            recording.sql("alter table " + name + " rename to base_" + name);
            recording.sql("create view " + name + " as select * from base_" + name);
        }
        assertThat(recording.read().digest()).isEqualTo(digest);
        for (var table : RecorderTable.values()) {
            var name = table.tableName();
            recording.sql(
                    "drop view " + name,
                    "create table " + name + "(" + String.join(", ", table.columns())
                            + ", primary key (id)) without rowid",
                    "insert into " + name + " select " + String.join(", ", table.columns()) + " from base_" + name);
        }
        assertThat(recording.read().digest()).isEqualTo(digest);
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(RecorderTable.values())
                .flatMap(table -> table.columns().stream().map(column -> Arguments.of(table, column)));
    }

    /** Whole replays, down to their JSON, over a market in which one column holds one odd value everywhere. */
    @ParameterizedTest
    @MethodSource("cells")
    void a_replay_survives_any_value_in_any_column(RecorderTable table, String column) throws IOException {
        var recording = loose();
        market(recording);
        assertThat(replay(recording, "RECORDED")).contains("ENTERED");
        for (var value : ODD) {
            recording.sql(
                    "create table if not exists kept as select * from " + table.tableName(),
                    "delete from " + table.tableName(),
                    "insert into " + table.tableName() + " select * from kept",
                    "update " + table.tableName() + " set " + column + " = " + value);
            assertThat(replay(recording, "RECORDED")).doesNotContain("NaN", "Infinity");
            if (table == RecorderTable.OPTIONS_SNAPSHOTS) {
                assertThat(replay(recording, "RECOMPUTED")).doesNotContain("NaN", "Infinity");
            }
        }
    }

    private static void market(TestRecording recording) {
        var times = "with recursive n(i) as (select 0 union all select i + 1 from n where i < 39), t(ts) as"
                + " (select datetime('2026-01-12 14:30:00', (i * 10) || ' minutes') from n) insert into ";
        var chain = "[{\"strike\":6970,\"option_type\":\"call\",\"open_interest\":900,\"greeks\":{\"gamma\":0.02}}]";
        recording.sql(
                times + "gex_peaks select null, ts, 'SPX', 1, 6970 from t",
                times + "competing_peaks select null, ts, 'SPX', 1, 6970 from t",
                times + "market_context select null, ts, 'SPX', 6971.5, 16.5 from t",
                times + "options_snapshots select null, ts, 'SPX', 6971.5, 16.5, '2026-01-12', '" + chain + "' from t",
                times + "options_prices_live select null, ts, 'SPX', 6900 + 5 * s, r, p, p + 0.05 from t,"
                        + " (with recursive m(s) as (select 0 union all select s + 1 from m where s < 29)"
                        + " select s, 'call' as r, 30.0 - s as p from m union all select s, 'put', 1.0 + s from m)");
    }

    private static String replay(TestRecording recording, String gexSource) throws IOException {
        var runner = new BacktestRunner(recording.folder(), new ExchangeCalendar(), Runnable::run, "test");
        var request = new RequestReader(recording.folder())
                .read(new RawRequest(
                        "rec",
                        null,
                        null,
                        "2026-01-12",
                        "2026-01-12",
                        "live",
                        Map.of("gexSource", gexSource, "brokenWing", true, "maxQuoteAge", 600),
                        null,
                        null));
        var result = runner.run(request, new DeafListener());
        var document = new ByteArrayOutputStream();
        new JsonReport().result(result, document);
        new JsonReport().decisions(result, document);
        return document.toString(StandardCharsets.UTF_8);
    }
}
