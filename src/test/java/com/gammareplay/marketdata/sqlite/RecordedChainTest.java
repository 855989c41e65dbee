package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.bot.Gex;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the recorded chains hold, and that the recorded peaks follow from them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedChainTest {

    private static final long SEED = 11;

    private final JsonMapper mapper = new JsonMapper();
    private SqlRows recording = new SqlRows(Path.of("chains.db"));

    private record Snapshot(String timestamp, Index index, double price, String expiration, JsonNode chain) {

        Gex gex() {
            var entries = StreamSupport.stream(chain.spliterator(), false)
                    .map(entry -> new OptionChain.Entry(
                            entry.get("strike").asDouble(),
                            entry.get("option_type").asString().equals("call") ? Right.CALL : Right.PUT,
                            entry.get("greeks").get("gamma").asDouble(),
                            entry.get("open_interest").asDouble()))
                    .toList();
            return Gex.of(index, price, new OptionChain(entries));
        }

        String key() {
            return " WHERE timestamp = '" + timestamp + "' AND index_symbol = '" + index + "'";
        }
    }

    @BeforeAll
    void write_a_session(@TempDir Path folder) throws IOException {
        recording = new SqlRows(folder.resolve("chains.db"));
        new SyntheticRecordings()
                .write(recording.file(), false, LocalDate.of(2026, 1, 12), 1, SEED, (done, total) -> {});
    }

    @Test
    void an_entry_has_the_recorders_fields_in_its_order() throws SQLException {
        var entry = snapshots().getFirst().chain().get(0);
        assertThat(entry.propertyNames())
                .containsExactly("strike", "option_type", "bid", "ask", "last", "open_interest", "volume", "greeks");
        assertThat(entry.get("greeks").propertyNames()).containsExactly("delta", "gamma", "theta", "vega");
    }

    @Test
    void a_chain_is_of_the_days_expiration_and_reaches_past_the_peak_window() throws SQLException {
        for (var snapshot : snapshots()) {
            var strikes = StreamSupport.stream(snapshot.chain().spliterator(), false)
                    .mapToDouble(entry -> entry.get("strike").asDouble())
                    .summaryStatistics();
            var window = snapshot.index().peakWindow() * snapshot.price();
            assertThat(snapshot.expiration()).isEqualTo("2026-01-12");
            assertThat(strikes.getMin()).isLessThan(snapshot.price() - window);
            assertThat(strikes.getMax()).isGreaterThan(snapshot.price() + window);
        }
    }

    @Test
    void recorded_peaks_are_those_of_the_recorded_chain() throws SQLException {
        for (var snapshot : snapshots()) {
            var recorded = recording.list(
                    "SELECT strike, gex, proximity_score FROM gex_peaks" + snapshot.key() + " ORDER BY peak_rank",
                    row -> new Gex.Peak(row.getDouble(1), row.getDouble(2), row.getDouble(3)));
            assertThat(recorded).isEqualTo(snapshot.gex().peaks()).hasSize(3);
        }
    }

    @Test
    void the_adjusted_pin_is_recorded_when_peaks_compete() throws SQLException {
        for (var snapshot : snapshots()) {
            var gex = snapshot.gex();
            var expected = gex.isCompeting() ? "1 " + gex.pin().orElseThrow() : "0 none";
            assertThat(recording.strings("SELECT is_competing || ' ' || ifnull(adjusted_pin, 'none')"
                            + " FROM competing_peaks" + snapshot.key()))
                    .containsExactly(expected);
        }
    }

    @Test
    void exposures_of_the_first_peaks_have_a_real_magnitude() throws SQLException {
        assertThat(recording.count("gex_peaks WHERE peak_rank = 1 AND gex NOT BETWEEN 1e9 AND 1e12"))
                .isZero();
    }

    private List<Snapshot> snapshots() throws SQLException {
        return recording.list(
                "SELECT timestamp, index_symbol, underlying_price, expiration, chain_data FROM options_snapshots",
                row -> new Snapshot(
                        row.getString(1),
                        Index.valueOf(row.getString(2)),
                        row.getDouble(3),
                        row.getString(4),
                        mapper.readTree(row.getString(5))));
    }
}
