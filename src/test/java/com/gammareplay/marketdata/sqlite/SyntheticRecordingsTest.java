package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticRecordingsTest {

    private static final LocalDate EARLY_CLOSE = LocalDate.of(2025, 12, 24);
    private static final long SEED = 3;

    private final SyntheticRecordings recordings = new SyntheticRecordings();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_same_arguments_give_the_same_bytes_in_any_zone_and_locale() throws IOException {
        var one = write("one.db", 1, SEED);
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(write("other.db", 1, SEED)).hasSameBinaryContentAs(one);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void another_seed_gives_another_market() throws IOException, SQLException {
        var query = "SELECT avg(underlying_price) FROM market_context GROUP BY index_symbol";
        assertThat(new SqlRows(write("one.db", 1, SEED)).strings(query))
                .doesNotContainAnyElementsOf(new SqlRows(write("other.db", 1, SEED + 1)).strings(query));
    }

    @Test
    void more_sessions_go_on_where_fewer_end() throws IOException, SQLException {
        var query = "SELECT id || timestamp || index_symbol || strike || bid || ask FROM options_prices_live"
                + " WHERE date(timestamp) = '2025-12-24' AND id % 101 = 0";
        assertThat(new SqlRows(write("short.db", 1, SEED)).strings(query))
                .isNotEmpty()
                .isEqualTo(new SqlRows(write("long.db", 2, SEED)).strings(query));
    }

    @Test
    void sessions_follow_the_calendar_and_progress_is_told() throws IOException, SQLException {
        var heard = new ArrayList<String>();
        var file = folder.resolve("two.db");
        recordings.write(file, false, EARLY_CLOSE, 2, SEED, (done, total) -> heard.add(done + "/" + total));
        assertThat(heard).containsExactly("1/2", "2/2");
        assertThat(new SqlRows(file).strings("SELECT DISTINCT date(timestamp) FROM gex_peaks"))
                .containsExactly("2025-12-24", "2025-12-26");
    }

    @Test
    void the_schema_is_the_recorders() throws IOException, SQLException {
        assertThat(new SqlRows(write("one.db", 1, SEED))
                        .strings("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
                .containsExactlyElementsOf(recorderSchema());
    }

    @Test
    void an_existing_file_is_refused_and_stays_as_it_is() throws IOException {
        var file = Files.writeString(folder.resolve("precious.db"), "precious");
        assertThatThrownBy(() -> recordings.write(file, false, EARLY_CLOSE, 1, SEED, (done, total) -> {}))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("precious.db");
        assertThat(file).hasContent("precious");
    }

    @Test
    void an_existing_file_is_replaced_when_asked() throws IOException {
        var file = Files.writeString(folder.resolve("old.db"), "old");
        recordings.write(file, true, EARLY_CLOSE, 1, SEED, (done, total) -> {});
        assertThat(file).hasSameBinaryContentAs(write("new.db", 1, SEED));
    }

    @Test
    void a_failure_leaves_no_file_behind() {
        assertThatThrownBy(
                        () -> recordings.write(folder.resolve("a.db"), false, EARLY_CLOSE, 1, SEED, (done, total) -> {
                            throw new IllegalStateException("enough");
                        }))
                .hasMessage("enough");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void success_leaves_one_file_behind() throws IOException {
        var file = write("one.db", 1, SEED);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void a_number_of_sessions_must_be_positive_and_known_to_the_calendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write("none.db", 0, SEED))
                .withMessage("sessions must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write("many.db", 5_000, SEED))
                .withMessageContaining("2028-12-31");
    }

    private Path write(String name, int sessions, long seed) throws IOException {
        var file = folder.resolve(name);
        recordings.write(file, false, EARLY_CLOSE, sessions, seed, (done, total) -> {});
        return file;
    }

    private static List<String> recorderSchema() {
        return List.of(
                "CREATE TABLE options_snapshots(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,underlying_price REAL NOT NULL,vix REAL,expiration TEXT NOT NULL,chain_data TEXT NOT NULL,UNIQUE(timestamp,index_symbol,expiration))",
                "CREATE TABLE sqlite_sequence(name,seq)",
                "CREATE TABLE gex_peaks(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,peak_rank INTEGER NOT NULL,strike REAL NOT NULL,gex REAL NOT NULL,distance_from_price REAL NOT NULL,distance_pct REAL NOT NULL,proximity_score REAL NOT NULL,UNIQUE(timestamp,index_symbol,peak_rank))",
                "CREATE TABLE competing_peaks(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,is_competing BOOLEAN NOT NULL,peak1_strike REAL,peak1_gex REAL,peak2_strike REAL,peak2_gex REAL,score_ratio REAL,adjusted_pin REAL,UNIQUE(timestamp,index_symbol))",
                "CREATE TABLE market_context(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,underlying_price REAL NOT NULL,vix REAL,spy_price REAL,qqq_price REAL,UNIQUE(timestamp,index_symbol))",
                "CREATE TABLE options_prices_live(id INTEGER PRIMARY KEY AUTOINCREMENT,timestamp DATETIME NOT NULL,index_symbol TEXT NOT NULL,strike REAL NOT NULL,option_type TEXT NOT NULL,bid REAL,ask REAL,mid REAL,last REAL,volume INTEGER,open_interest INTEGER)",
                "CREATE INDEX idx_snapshots_time ON options_snapshots(timestamp)",
                "CREATE INDEX idx_peaks_time ON gex_peaks(timestamp)",
                "CREATE INDEX idx_competing_time ON competing_peaks(timestamp)",
                "CREATE INDEX idx_context_time ON market_context(timestamp)",
                "CREATE INDEX idx_prices_time ON options_prices_live(timestamp)",
                "CREATE INDEX idx_prices_symbol ON options_prices_live(index_symbol)");
    }
}
