package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded has the recorder's schema, so that its other tools open it: replay rules, section 1. */
class RecorderSchemaTest {

    /** A table, its columns, those that are unique together. */
    private static final String SCHEMA = """
            options_snapshots: id, timestamp, index_symbol, underlying_price, vix, expiration, chain_data; \
            unique(timestamp, index_symbol, expiration)
            gex_peaks: id, timestamp, index_symbol, peak_rank, strike, gex, distance_from_price, distance_pct, \
            proximity_score; unique(timestamp, index_symbol, peak_rank)
            competing_peaks: id, timestamp, index_symbol, is_competing, peak1_strike, peak1_gex, peak2_strike, \
            peak2_gex, score_ratio, adjusted_pin; unique(timestamp, index_symbol)
            market_context: id, timestamp, index_symbol, underlying_price, vix, spy_price, qqq_price; \
            unique(timestamp, index_symbol)
            options_prices_live: id, timestamp, index_symbol, strike, option_type, bid, ask, mid, last, volume, \
            open_interest
            """;

    private static final String ASKED = """
            select t.name || ': ' || (select group_concat(name, ', ') from pragma_table_info(t.name))
              || coalesce((select '; unique(' || (select group_concat(name, ', ') from pragma_index_info(u.name)) || ')'
                  from pragma_index_list(t.name) u where u."unique"), '')
            from sqlite_schema t where t.type = 'table' and t.name not like 'sqlite_%' order by t.rowid""";

    @TempDir
    Path folder;

    private SqlRows file;

    @BeforeEach
    void record() {
        var open = TestRecording.SESSION.open();
        var recordings = new SqliteLiveRecordings(folder, folder, 100);
        for (var start = 0; start < 2; start++) {
            try (var live = recordings.open("rec", TestRecording.SESSION, List.of(Index.SPX), false)) {
                live.add(LiveMarket.snapshot(0, Index.SPX, 6960, 6965, 6970, 6975), open);
                live.add(LiveMarket.put(0, 100, 120), open);
            }
        }
        file = new SqlRows(folder.resolve("rec.db"));
    }

    @Test
    void tables_columns_and_uniqueness_are_those_of_the_recorder() throws SQLException {
        assertThat(String.join("\n", file.strings(ASKED)) + "\n").isEqualTo(SCHEMA);
    }

    @Test
    void every_table_has_its_index_on_the_timestamp_and_the_leg_prices_one_on_the_symbol() throws SQLException {
        assertThat(file.strings(
                        "select tbl_name || '(' || (select group_concat(name) from pragma_index_info(i.name)) || ')'"
                                + " from sqlite_schema i where type = 'index' and sql is not null order by i.rowid"))
                .containsExactly(
                        "options_snapshots(timestamp)",
                        "gex_peaks(timestamp)",
                        "competing_peaks(timestamp)",
                        "market_context(timestamp)",
                        "options_prices_live(timestamp)",
                        "options_prices_live(index_symbol)");
    }

    @Test
    void a_live_file_and_a_made_up_recording_have_one_schema() throws SQLException, IOException {
        var madeUp = folder.resolve("made-up.db");
        new SyntheticRecordings().write(madeUp, false, TestRecording.DATE, 1, 1, (_, _) -> {});
        var sql = "select type || name || sql from sqlite_schema where sql is not null order by rowid";
        assertThat(file.strings(sql)).isEqualTo(new SqlRows(madeUp).strings(sql));
    }

    @Test
    void tools_find_the_latest_pin_with_price_and_chain_and_the_quotes_of_a_strike() throws SQLException {
        assertThat(file.strings("""
                select p.timestamp || ' ' || p.strike || ' ' || c.underlying_price || ' ' || c.spy_price
                  || ' ' || k.is_competing || ' ' || json_extract(s.chain_data, '$[0].greeks.gamma')
                  || ' ' || json_extract(s.chain_data, '$[0].option_type') || ' ' || json_array_length(s.chain_data)
                from gex_peaks p join market_context c using (timestamp, index_symbol)
                join competing_peaks k using (timestamp, index_symbol)
                join options_snapshots s using (timestamp, index_symbol)
                where p.index_symbol = 'SPX' and p.peak_rank = 1 order by p.timestamp desc limit 1""")).containsExactly("2026-01-12 14:30:01 6970.0 6970.0 697.1 0 0.002 call 8");
        assertThat(
                        file.strings(
                                "select strike || option_type || bid || '/' || ask || '/' || mid from options_prices_live"
                                        + " where timestamp between '2026-01-12 14:30:00' and '2026-01-12 14:31:00' order by id"))
                .containsExactly("6970.0put1.0/1.2/1.1", "6970.0put1.0/1.2/1.1");
    }
}
