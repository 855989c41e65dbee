package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.cli.GammaCommand;
import com.gammareplay.testing.DemoFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trades made elsewhere beside the demo's, over HTTP and on the command line. */
class ReconciledServiceTest {

    private static final String LAST = "2025-11-28";
    private static final List<String> MINE = List.of(
            "Symbol,Opened,Strikes,Credit,Closed,Paid,Why",
            "SPXW,2025-11-24 10:00:12,6695/6705/6745/6755,5.35,2025-11-24 16:00,0.00,settlement",
            "SPXW,2025-11-25 10:00:10,6680/6690/6730/6740,5.60,2025-11-25 12:38:02,7.10,by hand",
            "SPXW,2025-11-25 10:30:15,6690/6700/6740/6750,5.00,2025-11-25 12:05,6.10,stop loss",
            "SPXW,2025-11-28 10:00:12,6780/6790/6830/6840,5.00,2025-11-28 11:10,2.40,profit target",
            "SPXW,12/01/2025 10:00,6690/6700/6740/6750,5.00,,6.10,");
    private static final Map<String, String> COLUMNS = Map.of(
            "index", "Symbol", "entryTime", "Opened", "exitTime", "Closed", "exitValue", "Paid", "exitReason", "Why");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;
    private static Client client;
    private static String job;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.home=" + folder.resolve("home"),
                "--gamma.prepare.enabled=false",
                "--gamma.data-dir=" + DemoFolder.path());
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        job = client.submit("{\"dataset\": \"demo\", \"to\": \"" + LAST + "\"}");
        client.awaitStatus(job, "SUCCEEDED");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String reconcile(String zone, Map<String, String> columns, String csv) {
        var body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "backtest", job.substring(job.lastIndexOf('/') + 1),
                        "zone", zone,
                        "columns", columns,
                        "csv", csv));
        var answer = client.post("/api/v1/reconciliations", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private static String mine() {
        return String.join("\n", MINE);
    }

    private int command(Path csv, String... options) {
        var all = new ArrayList<>(List.of(
                "reconcile",
                csv.toString(),
                "--data-dir=" + DemoFolder.path(),
                "--home=" + folder.resolve("cli"),
                "--end=" + LAST));
        all.addAll(List.of(options));
        return GammaCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private static String[] mineOptions(String... more) {
        var options = new ArrayList<>(List.of(more));
        options.add("--zone=america/new_york");
        COLUMNS.forEach((name, column) -> options.addAll(List.of("--column", name + "=" + column)));
        return options.toArray(String[]::new);
    }

    @Test
    void a_backtest_agrees_with_its_own_csv() throws Exception {
        var own = client.get(job + "/trades.csv").body();
        var answer = reconcile("UTC", Map.of(), own);
        var trades = client.json(client.get(job + "/trades")).path("items");

        assertThat(json(answer).path("verdict").path("agrees").asBoolean()).isTrue();
        assertThat(json(answer).path("matched").size()).isEqualTo(trades.size()).isGreaterThan(10);
        assertThat(answer).contains("\"difference\":{\"entryTime\":0,\"sameStrikes\":true,\"credit\":0.00,");
        var file = Files.writeString(folder.resolve("own.csv"), own);
        assertThat(command(file, "--quiet")).as(err.toString()).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void differences_are_told_with_what_explains_them() {
        var answer = json(reconcile("America/New_York", COLUMNS, mine()));

        assertThat(answer.path("matched").size()).isEqualTo(2);
        assertThat(answer.at("/matched/0/difference").toString())
                .isEqualTo("{\"entryTime\":-12,\"sameStrikes\":true,\"credit\":0.05,\"contracts\":0,\"exitTime\":0,"
                        + "\"exitValue\":0.0,\"sameExitReason\":true,\"pnl\":5.0}");
        assertThat(answer.at("/matched/1/difference/sameExitReason").asBoolean(true))
                .isFalse();
        assertThat(answer.at("/matched/1/csv/exitReason").asString()).isEqualTo("BY_HAND");
        assertThat(answer.at("/matched/1/difference/pnl").asDouble()).isEqualTo(-125);
        assertThat(answer.path("onlyInCsv").size()).isOne();
        assertThat(answer.at("/onlyInCsv/0/line").asInt()).isEqualTo(4);
        assertThat(answer.at("/onlyInCsv/0/secondsToDecision").asInt()).isEqualTo(105);
        var skipped = client.json(client.get(job + "/decisions?session=2025-11-25&index=SPX&checkTime=10:30"))
                .path("items");
        assertThat(json(answer.at("/onlyInCsv/0/decision").toString()))
                .isEqualTo(json(skipped.get(0).toString()));
        assertThat(answer.path("onlyInBacktest").valueStream())
                .isNotEmpty()
                .allSatisfy(only -> assertThat(only.at("/decision/tradeNumber")).isEqualTo(only.path("number")));
        assertThat(answer.at("/outside/0/reason").asString())
                .isEqualTo("the backtest did not trade on 2025-11-28: EARLY_CLOSE");
        assertThat(answer.at("/outside/0/line").asInt()).isEqualTo(5);
        assertThat(answer.at("/badRows/0/line").asInt()).isEqualTo(6);
        var verdict = answer.path("verdict");
        assertThat(verdict.path("agrees").asBoolean(true)).isFalse();
        assertThat(verdict.path("pnlWithin2Percent").asBoolean(true)).isFalse();
        assertThat(verdict.at("/csv/trades").asInt()).isEqualTo(3);
        assertThat(verdict.path("reasons").size()).isEqualTo(5);
    }

    @Test
    void the_command_line_gives_the_same_bytes() throws Exception {
        var file = Files.writeString(folder.resolve("mine.csv"), mine());
        var output = folder.resolve("answer.json");

        assertThat(command(file, mineOptions("--output=" + output)))
                .as(err.toString())
                .isOne();

        assertThat(output).content().isEqualTo(reconcile("America/New_York", COLUMNS, mine()));
        assertThat(out.toString().lines())
                .contains(
                        "    2    1  2025-11-24 SPX         -12      0.05      0.00       5.00  SETTLEMENT",
                        "line 4: SPX 2025-11-25T15:30:15Z, 1 x 6690/6700/6740/6750 at 5.00, P&L -110.00",
                        "Not compared: line 5, the backtest did not trade on 2025-11-28: EARLY_CLOSE",
                        "Cannot be read: line 6, 12/01/2025 10:00 is no time, write it as 2025-11-24 10:00:05, with an"
                                + " offset or without")
                .anyMatch(line ->
                        line.startsWith("  check 10:30, decided 2025-11-25T15:32:00Z: SKIPPED, NO_GEX_SNAPSHOT"))
                .anyMatch(line -> line.startsWith("The backtest does not agree: P&L 890.00, "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --column x                   | --column x: write it as NAME=COLUMN
            --column a=b --column a=c    | --column a: is given twice
            --column pnl=Profit          | --column pnl: there is no column Profit in the header
            --zone Mars                  | --zone: must be a zone id such as "UTC" or "America/New_York"
            --output=a.db                | --output: a.db is the name of a recording
            --dataset=dmeo               | --dataset: there is no dataset dmeo, only demo, did you mean demo? (looked into %s)
            """)
    void a_mistake_is_told_last_by_the_option_that_was_typed(String options, String message) throws Exception {
        var file = Files.writeString(
                folder.resolve("right.csv"),
                "index,entryTime,strikes,credit,pnl\nSPX,2025-11-24 10:00Z,1000/1005,1,0\n");

        assertThat(command(file, options.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines())
                .last()
                .isEqualTo(message.formatted(DemoFolder.path().toAbsolutePath()));
    }

    @Test
    void a_file_that_is_none_or_no_text_is_refused() throws Exception {
        assertThat(command(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(command(folder)).isEqualTo(2);
        assertThat(command(Files.write(folder.resolve("latin.csv"), new byte[] {(byte) 0xe4})))
                .isEqualTo(2);
        assertThat(command(Files.write(folder.resolve("long.csv"), new byte[10_000_001])))
                .isEqualTo(2);
        assertThat(command(Files.writeString(folder.resolve("other.csv"), "a;b")))
                .isEqualTo(2);

        assertThat(err.toString()
                        .lines()
                        .filter(line -> !line.startsWith("Try: "))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        there is no file %1$s/none.csv
                        %1$s is a folder
                        %1$s/latin.csv is not UTF-8
                        %1$s/long.csv is longer than 10000000 bytes
                        %1$s/other.csv: must have commas between columns""".formatted(folder));
    }
}
