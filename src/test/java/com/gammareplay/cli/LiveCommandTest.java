package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions that are lived through on the terminal, all of them on the demo, as fast as it goes. */
@ExtendWith(Patience.class)
class LiveCommandTest {

    private static final String FAST = "--speed=1000000";
    private static final int INTERRUPTED = 128 + 2;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.add("--home=" + folder.resolve("home"));
        return GammaCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private Path recordings() {
        return folder.resolve("home").resolve("recordings");
    }

    /** The only paper session that was recorded. */
    private String recorded() throws IOException {
        try (var files = Files.list(recordings())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("paper-.*\\.db"))
                    .map(name -> name.substring(0, name.length() - ".db".length()))
                    .reduce((one, other) -> one + " and " + other)
                    .orElseThrow();
        }
    }

    private record Ended(int status, List<String> lines) {}

    /** Runs a command in a process that has nothing but a home folder of its own. */
    private Ended fresh(String... arguments) throws IOException, InterruptedException {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--home=" + folder.resolve("none")))
                .toArray(String[]::new);
        var process = CommandProcess.start(List.of(), all);
        var lines = process.inputReader().lines().toList();
        return new Ended(process.waitFor(), lines);
    }

    @Tag("trial")
    @Test
    void a_fresh_process_that_has_only_the_file_decides_what_was_decided_live_unless_a_price_is_changed()
            throws Exception {
        assertThat(run("paper", "--source=demo", FAST)).as(err.toString()).isZero();
        var name = recorded();
        var copy = Files.copy(recordings().resolve(name + ".db"), folder.resolve("copy.db"));

        var same = fresh("parity", copy.toString());
        assertThat(same.lines()).containsExactly("copy identical: ticks 781, skipped 0, decisions 16, trades 3");
        assertThat(same.status()).isZero();

        change(
                copy,
                "update options_prices_live set ask = ask + 0.05 where index_symbol = 'SPX' and strike = 6695"
                        + " and lower(option_type) = 'put' and timestamp between '2025-11-24 14:59:40' and '2025-11-24 15:00:00'");

        var other = fresh("parity", copy.toString());
        assertThat(other.lines().getFirst()).startsWith("copy different: ticks 781, ");
        assertThat(other.lines()).contains("first difference at 2025-11-24T15:00:00Z");
        assertThat(other.lines())
                .anySatisfy(line -> assertThat(line).startsWith("live: {").contains("\"naturalCredit\":5.50"))
                .anySatisfy(line -> assertThat(line).startsWith("replayed: {").contains("\"naturalCredit\":5.45"))
                .anySatisfy(
                        line -> assertThat(line).matches("last rows seen live: (\\d+( \\d+){4}), by the replay: \\1"));
        assertThat(other.status()).isEqualTo(1);
    }

    private static void change(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void a_session_that_decided_nothing_differs_in_nothing() throws Exception {
        assertThat(run("paper", "--source=demo", "--index=SPX", FAST)).isZero();
        var file = recordings().resolve(recorded() + ".db");
        for (var table :
                List.of("paper_tick", "options_prices_live", "options_snapshots", "gex_peaks", "market_context")) {
            change(file, "delete from " + table);
        }

        assertThat(run("parity", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains(" identical: ticks 0, skipped 0, decisions 0, trades 0");
    }

    @Test
    void a_session_is_told_line_by_line_and_ends_with_what_came_of_it() throws IOException {
        assertThat(run("paper", "--source=Demo", "--date=2025-11-24", "--index=spx", "--balance=30000", FAST))
                .as(err.toString())
                .isZero();

        var name = recorded();
        assertThat(lines())
                .contains(
                        "09:36:00 SPX check 09:36: skipped, OUTSIDE_ENTRY_WINDOW",
                        "10:00:00 SPX check 10:00: trade 1",
                        "10:00:00 SPX trade 1 filled at 5.50, 1 x IRON_CONDOR: short call 6745, long call 6755, short put 6705, long put 6695",
                        "16:00:00 SPX trade 1 settled at 0.00, index 6724.10, P&L 550.00")
                .noneMatch(line -> line.contains("NDX"));
        assertThat(lines().getLast())
                .matches("\\d+ trades, P&L [-\\d.]+; dataset " + name
                        + "; check it: java -jar gamma-replay-[\\w.-]+\\.jar parity " + name + " --home .*");
        assertThat(err.toString())
                .contains(name + ": demo [SPX] on 2025-11-24")
                .contains("The market of the demo is made up")
                .contains("ticksDecided=781");

        assertThat(run("parity", name)).isZero();
        assertThat(run("parity", recordings().resolve(name + ".db").toString())).isZero();
    }

    @Tag("trial")
    @Test
    void one_that_is_interrupted_is_closed_and_goes_on_with_the_same_decisions() throws Exception {
        assertThat(run("paper", "--source=demo", FAST)).isZero();
        var whole = lines().subList(0, lines().size() - 1);
        Files.delete(recordings().resolve(recorded() + ".db"));

        var process = CommandProcess.start(
                List.of("env", "--default-signal=INT"),
                "paper",
                "--source=demo",
                "--speed=3000",
                "--home=" + folder.resolve("home"));
        try (var output = process.inputReader()) {
            var line = output.readLine();
            while (line != null && !line.contains("trade 1 filled")) {
                line = output.readLine();
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(output.lines())
                    .anyMatch(last -> last.startsWith("stopped at 1") && last.contains(".jar paper --resume paper-"));
        }
        assertThat(process.waitFor()).isEqualTo(INTERRUPTED);
        var name = recorded();
        assertThat(recordings().resolve(name + ".db-wal")).doesNotExist();
        assertThat(run("parity", name)).isZero();
        assertThat(out.toString()).contains(" identical: ").doesNotContain("ticks 781");

        assertThat(run("paper", "--resume=" + name, FAST)).as(err.toString()).isZero();

        assertThat(lines().subList(0, lines().size() - 1)).isEqualTo(whole);
        assertThat(run("parity", name)).isZero();
        assertThat(out.toString()).contains(name + " identical: ticks 781, skipped 0, decisions 16, trades 3");
    }

    @Tag("trial")
    @Test
    void a_recorded_session_is_replayed_like_any_other_and_goes_on_where_it_was() {
        assertThat(run("record", "--source=demo", "--dataset=mine", FAST))
                .as(err.toString())
                .isZero();
        assertThat(lines())
                .containsExactly("mine: [SPX, NDX] on 2025-11-24 to the close, {contractsOutOfRange=3172,"
                        + " gapUnavailable=28, quotePasses=1534, snapshotPasses=26}");

        assertThat(run("record", "--source=demo", "--dataset=mine", FAST)).isZero();
        // Time goes on at the newest stamp, which is that of the quotes for the close.
        assertThat(lines()).containsExactly("mine: [SPX, NDX] on 2025-11-24 to the close, {quotePasses=2}");
        assertThat(run("replay", "--dataset=mine")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("mine SPX, NDX, 2025-11-24 to 2025-11-24", "WARNING SYNTHETIC_DATA");

        assertThat(run("parity", "mine")).isEqualTo(2);
        assertThat(err.toString()).endsWith("mine is not the recording of a paper session\n");
        assertThat(run("paper", "--resume=mine")).isEqualTo(2);
        assertThat(err.toString()).endsWith("--resume: mine is not the recording of a paper session\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRADIER_TOKEN=sec-ret TRADIER_URL=http://example.com | TRADIER_URL: must be https://HOST, or http://HOST on this machine, without user or query
            TRADIER_TOKEN=sec-ret-\001 TRADIER_URL=https://example.com | TRADIER_TOKEN: must be visible ASCII characters, at least one
            """)
    void a_key_or_an_address_that_cannot_be_one_is_refused_without_being_shown(String variables, String message)
            throws Exception {
        var process = CommandProcess.start(
                Stream.concat(Stream.of("env"), Stream.of(variables.split(" "))).toList(),
                "paper",
                "--source=tradier",
                "--home=" + folder.resolve("home"));

        assertThat(process.inputReader().lines())
                .noneMatch(line -> line.contains("sec-ret"))
                .last()
                .isEqualTo(message);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_checked_is_told_from_what_differs() throws IOException {
        var file = Files.writeString(folder.resolve("odd.db"), "no database");

        assertThat(run("parity", file.toString())).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString().contains("odd.db");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paper                                    | --source: must be given, as --source=SOURCE
            paper --source=dmeo                      | --source: must be one of demo, tradier, did you mean demo?
            paper --source=demo --date=24.11.2025    | --date: 24.11.2025 is no date, write 2025-11-24
            paper --source=demo --date=2025-11-23    | --date: must be a day of the demo, 2025-11-24, 2025-11-25, 2025-11-26, 2025-11-28, 2025-12-01, was 2025-11-23
            paper --source=demo --date=2025-11-28    | --param tradeEarlyClose: must be true, for 2025-11-28 closes early
            paper --source=demo --param excludedDates=["2025-11-24"] | --param excludedDates: must not have 2025-11-24
            paper --source=demo --speed=0            | --speed: must be from 1 to 1000000, was 0
            paper --source=demo --speed=1.5          | --speed: 1.5 is no whole number
            paper --source=demo --index=dax          | --index dax: must be one of SPX, NDX
            paper --source=demo --preset=lives       | --preset lives: must be one of live, january, did you mean live?
            paper --source=demo --param minCredti=1  | --param minCredti: unknown parameter, did you mean minCredit?
            paper --source=demo --balance=0          | --balance 0: must be more than 0 and at most 1000000000 dollars, with at most two decimals
            paper --source=demo --token=secret       | --token: paper has no such option
            paper --source=tradier --speed=1         | --speed: is for the demo only
            paper --source=tradier                   | --source: needs a key to the broker, and TRADIER_TOKEN is not set
            paper --resume=a --source=demo           | --resume: what was asked for stands in the recording, leave --source out
            paper --resume=a                         | --resume: there is no recording a in HOME/recordings
            record --source=demo                     | --dataset: must be given, as --dataset=NAME
            record --dataset=a                       | --source: must be given, as --source=SOURCE
            record --source=demo --dataset=a/b       | --dataset: must be made of letters, digits, dots, underscores and hyphens, was a/b
            record --source=demo --dataset=demo      | --dataset: must not be demo, which is the made-up market's
            record --source=demo --dataset=a --index=spx,spx | --index SPX: must not be named twice
            record --source=demo --dataset=a --preset=live | --preset: record has no such option
            parity                                   | NAME: must be given
            parity a                                 | there is no recording a in HOME/recordings
            parity a+b.db                            | the name of a recording is made of letters, digits, dots, underscores and hyphens, not a+b
            parity a/b.db                            | there is no recording b in CURRENT/a
            """)
    void a_mistake_is_told_last_and_leaves_nothing_behind(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .last()
                .isEqualTo(message.replace("HOME", folder.resolve("home").toString())
                        .replace("CURRENT", Path.of("").toAbsolutePath().toString()));
        assertThat(out.toString()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
