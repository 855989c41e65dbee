package com.gammareplay.marketdata.sqlite;

import static com.gammareplay.marketdata.sqlite.TestRecording.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that this program writes, beside those of the user. */
class LiveFolderTest {

    private static final List<Index> BOTH = List.of(Index.SPX, Index.NDX);

    @TempDir
    Path root;

    private TestRecording user;
    private SqliteLiveRecordings recordings;
    private RecordingFolder folder;

    @BeforeEach
    void makeFolders() throws IOException {
        user = TestRecording.in(root).put("2026-01-12 14:35:00", "1", "1.2");
        var home = root.resolve("home");
        Files.createDirectories(home.resolve("demo"));
        Files.copy(user.file(), home.resolve("demo").resolve("demo.db"));
        recordings = SqliteLiveRecordings.of(home, 100);
        var store = new DayStore(root.resolve("days"), 1 << 20, InstantSource.system());
        folder = RecordingFolder.of(user.data(), home, 100, store);
    }

    private void record(String name, int bid) {
        try (var live = recordings.open(name, SESSION, BOTH, false)) {
            live.add(LiveMarket.put(0, bid, bid + 10), SESSION.open());
        }
    }

    private List<String> listed() {
        return folder.datasets().stream()
                .map(dataset -> dataset.name() + (dataset.live() ? " live" : ""))
                .toList();
    }

    private String quote(String name) {
        try (var recording = folder.open(name, new DataNeeds(ZoneOffset.UTC, true), () -> false)) {
            return TestRecording.quote(recording.open(SESSION, BOTH), SESSION.close());
        }
    }

    @Test
    void they_are_listed_and_replayed_under_their_names_and_the_users_win() {
        assertThat(listed()).containsExactly("rec");
        record("mine", 200);
        record("rec", 300);
        record("demo", 400);

        assertThat(listed()).containsExactly("demo live", "mine live", "rec");
        assertThat(folder.states()).containsOnlyKeys("demo", "mine", "rec");
        assertThat(quote("mine")).isEqualTo("200/210");
        assertThat(quote("rec")).isEqualTo("100/120");
    }

    @Test
    void the_demo_stands_in_while_the_user_has_none() throws IOException {
        Files.delete(user.file());
        record("mine", 200);
        record("demo", 400);
        assertThat(folder.provideDemo((_, _) -> {})).isTrue();
        assertThat(listed()).containsExactly("demo", "mine live");
        assertThat(quote("demo")).isEqualTo("100/120");
    }

    @Test
    void the_users_can_be_replayed_where_those_of_this_program_cannot_be_seen() throws IOException {
        Files.createFile(root.resolve("home").resolve("recordings"));
        assertThat(listed()).containsExactly("rec");
        assertThat(quote("rec")).isEqualTo("100/120");
    }

    @Test
    void they_can_be_read_while_they_are_written_and_have_no_other_effect_on_what_is_read() {
        try (var live = recordings.open("mine", SESSION, BOTH, false)) {
            assertThat(folder.dataset("mine").map(Dataset::problem)).isEmpty();
            live.describe("a session");
            for (var pass = 1; pass <= 3; pass++) {
                live.add(LiveMarket.snapshot(0, Index.SPX, 6970), SESSION.open() + pass);
                live.add(LiveMarket.put(0, 100 * pass, 100 * pass + 10), SESSION.open() + pass);
                live.decided(SESSION.open() + 30L * pass, "x");
                assertThat(quote("mine")).isEqualTo(100 * pass + "/" + (100 * pass + 10));
                assertThat(folder.rows("mine")).isEqualTo(pass);
                folder.count("mine", () -> false);
                assertThat(folder.dataset("mine")
                                .orElseThrow()
                                .readable()
                                .orElseThrow()
                                .balance())
                        .extracting(rows -> rows.table() + " " + rows.rows())
                        .contains("options_prices_live " + pass, "gex_peaks " + pass)
                        .hasSize(5);
            }
        }
        assertThat(quote("mine")).isEqualTo("300/310");
    }
}
