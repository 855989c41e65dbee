package com.gammareplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.testing.DemoFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return GammaCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String lastLine() {
        return err.toString().lines().toList().getLast();
    }

    private int replay(String... arguments) {
        var all = new ArrayList<>(List.of("replay", "--data-dir=" + folder, "--home=" + folder.resolve("home")));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "replay, true",
        "repaly, true",
        "serve, true",
        "--help, true",
        "--HELP, true",
        "-V, true",
        "--data-dir=data, true",
        "--gamma.data-dir, true",
        "--server.port=0, false",
        "--gamma.data-dir=a=b, false",
        "--debug, false"
    })
    void any_word_asks_for_a_command_and_a_setting_for_the_service(String argument, boolean isCommand) {
        assertThat(GammaCommand.isAskedFor(argument)).isEqualTo(isCommand);
    }

    @Test
    void nothing_asks_for_the_service() {
        assertThat(GammaCommand.isAskedFor()).isFalse();
    }

    @Test
    void an_unknown_command_is_refused_with_the_one_meant() {
        assertThat(run("repaly")).isEqualTo(2);
        assertThat(err.toString()).contains("repaly").contains("replay");
    }

    @Test
    void the_numbers_of_a_result_are_grouped_in_lines() {
        assertThat(demo()).isZero();
        assertThat(out.toString().lines()).containsSequence("""
                sessions traded              4 of 5
                trades                       16
                won / lost / even            10 / 6 / 0
                win rate                     0.625
                total P&L                    1820.00
                average win / loss           303.50 / -202.50
                largest win / loss           880.00 / -275.00
                profit factor                2.50
                expectancy                   113.75
                held, average / median       8792 s / 7815 s
                peak capital at risk         2800.00
                balance                      25000.00 to 26820.00
                return                       7.28 %
                max drawdown                 905.00 (3.38 %)
                  mark to market             1250.00 (4.62 %)
                Sharpe / Sortino             7.22 / 21.89""".split("\n"));
    }

    @Test
    void numbers_that_are_missing_are_shown_as_such() {
        assertThat(demo("--start=2025-11-28", "--end=2025-11-28")).isZero();
        assertThat(out.toString().lines())
                .contains("win rate                     -", "average win / loss           - / -");
    }

    @Test
    void what_is_no_setting_of_the_service_is_not_passed_over() {
        assertThat(run("--server.port=0", "--data-dir=/recordings")).isEqualTo(2);
        assertThat(lastLine())
                .isEqualTo("--data-dir: neither a command nor a setting of the service, such as --gamma.data-dir=DIR");
    }

    @Test
    void the_version_is_printed() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("gamma-replay \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void an_output_that_cannot_be_written_is_refused_before_the_replay() {
        assertThat(replay("--output=" + folder.resolve("missing/result.json"))).isEqualTo(2);
        assertThat(err.toString()).contains("--output: there is no folder");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_generated_recording_is_replayed_as_synthetic_and_never_overwritten() throws Exception {
        var recording = folder.resolve("made.db");
        assertThat(run("generate", "--output=" + recording, "--start=2026-01-12", "--sessions=1"))
                .isZero();
        assertThat(out.toString()).contains(": 1 session of a made-up market, up to 2026-01-12");
        var size = Files.size(recording);
        assertThat(run("generate", "--output=" + recording, "--sessions=1")).isEqualTo(2);
        assertThat(lastLine()).isEqualTo("--output: " + recording + " exists, --replace replaces it");
        assertThat(recording).hasSize(size);

        assertThat(replay("--dataset=made", "--output=" + folder.resolve("result.json")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("made SPX, NDX, 2026-01-12", "WARNING SYNTHETIC_DATA");
        assertThat(folder.resolve("result.json")).content().contains("\"synthetic\":true");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        var needs = new DataNeeds(ZoneOffset.UTC, false);
        try (var open =
                RecordingFolder.of(folder, folder.resolve("home"), 100, null).open("made", needs, () -> false)) {
            assertThat(open.isSynthetic()).isTrue();
        }
    }

    @Test
    void a_wrong_request_names_every_mistake() throws Exception {
        Files.createFile(folder.resolve("empty.db"));

        assertThat(replay(
                        "--dataset=empty",
                        "--database-zone=Mars",
                        "--preset=life",
                        "--param",
                        "minCredti=1",
                        "--param",
                        "databaseZone=UTC"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--dataset: cannot be read: empty.db")
                .contains("(looked into " + folder + ")")
                .contains("--database-zone Mars: must be a zone id")
                .contains("--param databaseZone: write --database-zone")
                .contains("--preset life: must be one of live, january, did you mean live?")
                .contains("--param minCredti: unknown parameter, did you mean minCredit?")
                .doesNotContain("Usage:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replay --start=24.11.2025    | --start: 24.11.2025 is no date, write 2025-11-24
            replay --END 2025-11-31      | --end: 2025-11-31 is no date of the calendar
            replay --index=spx,dax       | --index dax: must be one of SPX, NDX
            replay --balance=0           | --balance 0: must be more than 0 and at most 1000000000 dollars, with at most two decimals
            replay --balance -1          | --balance -1: must be more than 0 and at most 1000000000 dollars, with at most two decimals
            replay --balance=12x         | --balance: 12x is no amount, write dollars such as 25000.00
            replay --balance=NaN         | --balance: NaN is no amount, write dollars such as 25000.00
            replay --preset=lives        | --preset lives: must be one of live, january, did you mean live?
            replay --preset=foo          | --preset foo: must be one of live, january
            replay --database-zone Foo   | --database-zone Foo: must be a zone id such as "UTC" or "America/New_York"
            replay --start=2025-11-26 --end=2025-11-24 | --end: must not be before 2025-11-26, was 2025-11-24
            replay --cache-size=+5GB     | --cache-size: +5GB is no size, write one such as 500MB or 10GB
            replay --param =1            | --param "": unknown parameter
            replay --param =1 --param =2 | --param "": is given twice
            replay --index=              | --index "": must be one of SPX, NDX
            replay --param tradeEarlyClose=yes | --param tradeEarlyClose: must be true or false, was "yes"
            replay --param entryTimes=10:00,10:0 | --param entryTimes: must be a New York time "HH:MM", was "10:0"
            replay --param=minCredit     | --param minCredit: write it as NAME=VALUE
            replay --param minCredit=1 --param mincredit=2 | --param minCredit: is given twice
            replay --param gexSource=x   | --param gexSource: must be one of RECORDED, RECOMPUTED, was "x"
            replay --param stopLoss=     | --param stopLoss: must be a number from -100 to 100, was ""
            replay --param requireCoverage=1 | --param requireCoverage: write --require-coverage
            replay --require-coverage=1.5 | --require-coverage 1.5: must be from 0 to 1
            replay --require-coverage=half | --require-coverage: half is no share, write a number from 0 to 1
            replay --require-coverage=1e999 | --require-coverage: 1e999 is no share, write a number from 0 to 1
            replay --param startingBalance=1 | --param startingBalance: write --balance
            replay --cache-size=-1MB     | --cache-size: -1MB is no size, write one such as 500MB or 10GB
            replay --start               | --start: must be given, as --start=DATE
            replay --start=2025-11-24 --start=2025-11-25 | --start: is given twice
            replay --quiet=perhaps       | --quiet: 'perhaps' is not a boolean
            replay --gamma.home=/x       | --gamma.home: settings of the service cannot be given with a command
            --gamma.home=/x replay       | --gamma.home: settings of the service cannot be given with a command
            --debug key --name a --scope read | --debug: settings of the service cannot be given with a command
            --debug key                  | --debug: settings of the service cannot be given with a command
            replay --cache-size=much     | --cache-size: much is no size, write one such as 500MB or 10GB
            replay --output=             | --output: names no file
            replay --output=/dev/null    | --output: /dev/null cannot be written: it is no file
            replay --output=a.db         | --output: a.db is the name of a recording
            replay --ouput=a.json        | --ouput: replay has no such option, did you mean --output?
            replay demo                  | demo: replay has no such option
            report                       | --output: must be given, as --output=FILE
            report --output=a.db         | --output: a.db is the name of a recording
            report --output=a.html --stat=1 | --stat: report has no such option, did you mean --start?
            generate                     | --output: must be given, as --output=FILE
            generate --outptu=a.db       | --outptu: generate has no such option, did you mean --output?
            generate --output=a.db --sessions=x | --sessions: x is no whole number
            generate --output=a.db --sessions=٣ | --sessions: ٣ is no whole number
            generate --output=a.db --sessions=3000000000 | --sessions: must be from 1 to 753, for the exchange calendar ends on 2028-12-31, was 3000000000
            generate --output=a.db --sessions=99999999999999999999 | --sessions: must be from 1 to 753, for the exchange calendar ends on 2028-12-31, was 99999999999999999999
            generate --output=a.db --sessions=0 | --sessions: must be from 1 to 753, for the exchange calendar ends on 2028-12-31, was 0
            generate --output=a.db --sessions=754 | --sessions: must be from 1 to 753, for the exchange calendar ends on 2028-12-31, was 754
            generate --output=a.db --seed=9223372036854775808 | --seed: must be from -9223372036854775808 to 9223372036854775807, was 9223372036854775808
            generate --output=a.db --seed=1e3 | --seed: 1e3 is no whole number
            generate --output=a.db --start=1/13/2026 | --start: 1/13/2026 is no date, write 2026-01-13
            generate --output=a.db --start=2029-01-02 | --start: must be from 2020-01-01 to 2028-12-31, which the exchange calendar covers, was 2029-01-02
            key --name=a,b               | --name: the name of a key must be 1 to 64 letters, digits, dots or dashes
            key --name=a --scope=admin   | --scope: must be read or run, was admin
            key                          | --name: must be given, as --name=NAME
            """)
    void a_mistake_is_told_last_by_the_option_that_was_typed(String arguments, String message) {
        var words = arguments.split(" ");
        assertThat(words[0].equals("replay") ? demo(Arrays.copyOfRange(words, 1, words.length)) : run(words))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).last().isEqualTo(message);
        assertThat(err.toString()).startsWith("Try: java -jar gamma-replay-" + BuildVersion.current() + ".jar ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --dataset= | --dataset: there is no dataset "", only demo (looked into %s)
            --dataset=dmeo | --dataset: there is no dataset dmeo, only demo, did you mean demo? (looked into %s)
            --start=2025-11-27 --end=2025-11-27 | --start: 2025-11-27 is Thanksgiving Day, the exchange is closed; the dataset has 2025-11-24 to 2025-12-01
            --start=2025-11-29 --end=2025-11-30 | --start: there is no session from 2025-11-29 to 2025-11-30: Saturday, Sunday; the dataset has 2025-11-24 to 2025-12-01
            --start=2026-01-02 | --start: must not be after 2025-12-01, the last session of the dataset
            --end=2025-11-21 | --end: must not be before 2025-11-24, the first session of the dataset
            """)
    void a_request_is_told_what_there_is(String arguments, String message) {
        assertThat(demo(arguments.split(" "))).isEqualTo(2);
        assertThat(lastLine()).isEqualTo(message.formatted(DemoFolder.path().toAbsolutePath()));
    }

    @Test
    void a_range_without_data_is_told_what_the_recording_has() {
        assertThat(demo("--quiet", "--start=2025-12-08", "--end=2025-12-09")).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "No session from 2025-12-08 to 2025-12-09 has any data: the recording has 2025-11-24 to 2025-12-01.");
    }

    @Test
    void the_report_is_a_line_for_each_trade_and_warning_and_a_page_besides() {
        assertThat(demo()).isZero();

        var lines = out.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.matches(" +[0-9]+  2025-.*")))
                .hasSize(16);
        assertThat(lines.stream().filter(line -> line.startsWith("WARNING "))).hasSize(7);
        assertThat(lines).hasSizeLessThan(16 + 7 + 32);
        assertThat(out.toString())
                .contains("  total P&L                  -1530.00 to 5170.00")
                .contains("  profit factor              0.37 or more")
                .contains("32 OUTSIDE_ENTRY_WINDOW, 10 POSITION_LIMIT")
                .endsWith("docs/trust.md explains them; the result as JSON has what each rests on."
                        + System.lineSeparator());
    }

    @Test
    void options_and_names_may_have_any_letters() {
        assertThat(demo(
                        "--START=2025-11-24",
                        "--End=2025-11-24",
                        "--Index=Spx",
                        "--PRESET=January",
                        "--Database-Zone=utc",
                        "--param",
                        "GEXSOURCE=recorded",
                        "--param",
                        "tradeEarlyClose=TRUE"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("demo SPX, 2025-11-24 to 2025-11-24, preset january");
        assertThat(run("KEY", "--NAME=a", "--SCOPE=Run")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data-dir", "--home", "--cache-dir"})
    void a_folder_is_not_named_by_nothing(String option) {
        assertThat(run("replay", option + "=")).isEqualTo(2);
        assertThat(lastLine()).isEqualTo(option + ": names no folder");
    }

    @Test
    void a_cache_folder_that_cannot_be_is_told_before_the_work() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(demo("--cache-dir=" + file)).isEqualTo(2);
        assertThat(lastLine()).isEqualTo("--cache-dir: " + file + " is no folder");
        assertThat(demo("--cache-dir=" + file.resolve("in"))).isEqualTo(2);
        assertThat(lastLine()).startsWith("--cache-dir: " + file.resolve("in") + " cannot be written: ");
        assertThat(out.toString()).isEmpty();
        assertThat(demo("--quiet", "--end=2025-11-24", "--cache-dir=" + folder.resolve("made/cache")))
                .isZero();
        assertThat(folder.resolve("made/cache")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "replay", "report", "reconcile", "generate", "key"})
    void the_help_breaks_no_name_of_a_folder(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString())
                .startsWith("Usage: java -jar gamma-replay-" + BuildVersion.current() + ".jar")
                .doesNotContainPattern("/\\R");
    }

    @Test
    void a_folder_that_was_named_must_be_there() throws IOException {
        var none = folder.resolve("none");
        assertThat(run("replay", "--data-dir=" + none, "--home=" + folder.resolve("home")))
                .isEqualTo(2);
        assertThat(lastLine()).isEqualTo("--data-dir: there is no folder " + none);
        var file = Files.createFile(folder.resolve("file"));
        assertThat(run("replay", "--data-dir=" + file, "--home=" + folder.resolve("home")))
                .isEqualTo(2);
        assertThat(lastLine()).isEqualTo("--data-dir: " + file + " is no folder, or one that cannot be seen");
        assertThat(folder).isDirectoryNotContaining("glob:**home");
    }

    private int demo(String... arguments) {
        var all = new ArrayList<>(
                List.of("replay", "--data-dir=" + DemoFolder.path(), "--home=" + folder.resolve("home")));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }
}
