package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.cli.GammaCommand;
import com.gammareplay.testing.JsonCompare;
import com.gammareplay.testing.TestData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** The service as users run it: real engine, real recordings, over HTTP and from the command line. */
class RealServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static final String SPARSE =
            "{\"dataset\": \"spy_as_spx_2026-07\", \"parameters\": {\"maxQuoteAge\": 400}}";

    private static ConfigurableApplicationContext service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.workers=2",
                "--gamma.home=" + home,
                "--gamma.data-dir=" + TestData.recordings());
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static Path golden(String name) {
        return TestData.folder().resolve("golden").resolve(name + ".json");
    }

    private static String result(String job) {
        client.awaitStatus(job, "SUCCEEDED");
        return client.get(job + "/result").body();
    }

    @Test
    void a_real_recording_gives_the_golden_trades_decisions_and_summary() {
        var golden = TestData.json(golden("spy-live"));
        var job = client.submit(golden.path("request").toString());

        var result = JSON.readTree(result(job));

        var differences = new ArrayList<String>();
        JsonCompare.equal("trades", golden.path("trades"), result.path("trades"), Set.of(), differences);
        JsonCompare.equal("summary", golden.path("summary"), result.path("summary"), Set.of(), differences);
        JsonCompare.equal("decisions", golden.path("decisions"), decisions(job), Set.of("detail"), differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void the_trades_that_are_told_are_those_of_the_document_in_order_of_closing() {
        var request = TestData.json(golden("spy-live")).path("request").toString();
        var job = client.submit(request);
        try (var live = EventReader.open(client, job, "0-0-QUEUED")) {
            live.awaitClosed();
            try (var later = EventReader.open(client, job, "0-0-QUEUED")) {
                var document = client.send(client.request(job + "/trades").header("Accept", "application/x-ndjson"))
                        .body();
                assertThat(live.trades())
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(document.lines().toList());
                assertThat(live.trades())
                        .extracting(
                                trade -> JSON.readTree(trade).path("exitTime").asString())
                        .isSorted();
                assertThat(later.awaitClosed().trades()).isEqualTo(live.trades());
            }
        }
    }

    private static JsonNode decisions(String job) {
        return client.json(client.get(job + "/decisions?limit=1000")).path("items");
    }

    @Test
    void eight_jobs_at_once_give_the_same_bytes() {
        var request = TestData.json(golden("synthetic-run-out")).path("request").toString();

        var jobs = IntStream.range(0, 8).mapToObj(_ -> client.submit(request)).toList();
        List<String> results = jobs.stream().map(RealServiceTest::result).toList();

        assertThat(Set.copyOf(results)).hasSize(1);
        assertThat(Set.copyOf(jobs.stream()
                        .map(job -> client.get(job + "/decisions?limit=1000").body())
                        .toList()))
                .hasSize(1);
    }

    @Test
    void the_command_line_writes_the_bytes_that_the_service_answers(@TempDir Path folder) throws IOException {
        var output = folder.resolve("results.json");
        var printed = new StringWriter();

        var exit = GammaCommand.run(
                new PrintWriter(printed),
                new PrintWriter(printed),
                "replay",
                "--data-dir=" + TestData.recordings(),
                "--home=" + home,
                "--dataset=spy_as_spx_2026-07",
                "--index=SPX",
                "--start=2026-07-20",
                "--end=2026-07-24",
                "--param",
                "maxQuoteAge=400",
                "--param",
                "entryTimes=[\"10:00\", \"11:30\"]",
                "--param",
                "entryFrom=09:36",
                "--output=" + output);
        var job = client.submit("""
                {"dataset": "spy_as_spx_2026-07", "from": "2026-07-20", "to": "2026-07-24",
                 "parameters": {"maxQuoteAge": 400, "entryTimes": ["10:00", "11:30"], "entryFrom": "09:36"}}""");

        assertThat(exit).as(printed.toString()).isZero();
        assertThat(printed.toString())
                .contains("total P&L", "sessions traded", "WARNING LOW_COVERAGE (2): ", "docs/trust.md");
        assertThat(Files.readString(output)).isEqualTo(result(job));
    }

    @ParameterizedTest
    @CsvSource({
        "spy_as_spx_2026-07, 303, 174, 0.5",
        "synthetic_2025-11,     ,    ,    ",
    })
    void coverage_is_that_of_a_recount(
            String dataset,
            @Nullable Integer maxQuoteAge,
            @Nullable Integer snapshotBefore,
            @Nullable BigDecimal requireCoverage)
            throws SQLException {
        var coverage = client.json(client.get("/api/v1/datasets/" + dataset + "/coverage"));

        var recorded = new ArrayList<LocalDate>();
        try (var recount = new CoverageRecount(TestData.recordings().resolve(dataset + ".db"))) {
            for (var session : coverage.path("sessions")) {
                var date = LocalDate.parse(session.path("session").asString());
                for (var index : session.path("coverage")) {
                    assertThat(CoverageRecount.told(index))
                            .as(dataset + " " + date)
                            .isEqualTo(recount.counts(date, index.path("index").asString()));
                }
                if (session.path("status").asString().equals("RECORDED")) {
                    recorded.add(date);
                }
            }
            assertThat(recorded).hasSizeGreaterThan(2);
            assertThat(suggested(coverage, "maxQuoteAge")).isEqualTo(aboveStandard(recount.distance(recorded, "SPX")));
            var covered = covered(recount, recorded, maxQuoteAge == null ? 90 : maxQuoteAge);
            assertThat(suggested(coverage, "snapshotBefore")).isEqualTo(aboveStandard(recount.before(covered, "SPX")));
            assertThat(suggested(coverage, "requireCoverage"))
                    .isEqualTo(covered.size() < recorded.size() ? new BigDecimal("0.5") : null);
        }
        assertThat(suggested(coverage, "maxQuoteAge"))
                .isEqualTo(maxQuoteAge == null ? null : BigDecimal.valueOf(maxQuoteAge));
        assertThat(suggested(coverage, "snapshotBefore"))
                .isEqualTo(snapshotBefore == null ? null : BigDecimal.valueOf(snapshotBefore));
        assertThat(suggested(coverage, "requireCoverage")).isEqualTo(requireCoverage);
    }

    private static @Nullable BigDecimal suggested(JsonNode coverage, String field) {
        var value = coverage.path("suggestions").path(field).path("value");
        return value.isNull() ? null : value.decimalValue();
    }

    private static @Nullable BigDecimal aboveStandard(long limit) {
        return limit > 90 ? BigDecimal.valueOf(limit) : null;
    }

    private static List<LocalDate> covered(CoverageRecount recount, List<LocalDate> dates, long limit)
            throws SQLException {
        var covered = new ArrayList<LocalDate>();
        for (var date : dates) {
            var ticks = recount.seen(date, "SPX", limit);
            if (2 * ticks[0] >= ticks[1]) {
                covered.add(date);
            }
        }
        return covered;
    }

    /** The profit of 290 comes from a settlement price five hours old and from a session of nine quotes. */
    @Test
    void every_view_of_a_number_of_a_sparse_recording_says_what_it_is_worth() {
        var job = client.submit(SPARSE);
        var headline = client.awaitStatus(job, "SUCCEEDED").path("headline");
        var id = job.substring(job.lastIndexOf('/') + 1);

        assertThat(headline.path("totalPnl").toString()).isEqualTo("290.00");
        assertThat(headline.path("warnings").toString()).isEqualTo("""
                {"NO_DATA":1,"LOW_COVERAGE":3,"CHECKS_WITHOUT_SNAPSHOT":33,"STRIKES_NOT_RECORDED":6,\
                "MOMENTUM_UNKNOWN":1,"MOMENTUM_ON_SAME_QUOTES":9,"SETTLEMENT_PRICE_OLD":1,"PNL_ON_OLD_QUOTES":1,\
                "HELD_WITHOUT_QUOTES":2,"PNL_FROM_ONE_SESSION":1,"PNL_FROM_ONE_TRADE":1,"FEW_TRADES":6,"FEW_SESSIONS":13,"NO_COSTS":6}""");
        assertThat(missing(job, "quoteAge")).isEqualTo(6);
        assertThat(missing(job, "move5m", "move2m")).isEqualTo(1);
        assertThat(listed("", id)).containsExactly(headline);
        assertThat(listed("&withoutWarnings=LOW_COVERAGE", id)).isEmpty();
        assertThat(listed("&withoutWarnings=ALL_WINS", id)).containsExactly(headline);
        var warnings = client.json(client.get(job + "/result")).path("warnings");
        assertThat(warnings.valueStream().map(warning -> warning.path("code").asString()))
                .containsExactlyElementsOf(headline.path("warnings").propertyNames());
        assertThat(warnings.get(1).path("details").path("sessions").toString())
                .isEqualTo("[\"2026-07-21\",\"2026-07-23\",\"2026-08-04\"]");
        assertThat(warnings.get(2).path("message").asString()).startsWith("33 of 52 checks (63 %)");
        assertThat(warnings.get(7).path("details").path("totalPnlWithout").toString())
                .isEqualTo("20.00");
        assertThat(warnings.get(7).path("details").path("oldestSeconds").asInt())
                .isEqualTo(18_039);
    }

    /** How many decisions show null for any of some values. */
    private static long missing(String job, String... values) {
        return client.json(client.get(job + "/decisions?limit=1000"))
                .path("items")
                .valueStream()
                .map(decision -> decision.path("values"))
                .filter(shown ->
                        Stream.of(values).anyMatch(value -> shown.path(value).isNull()))
                .count();
    }

    private static List<JsonNode> listed(String query, String id) {
        return client.json(client.get("/api/v1/backtests?limit=1000" + query))
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .map(item -> item.path("headline"))
                .toList();
    }

    @Test
    void so_does_every_view_of_a_sweep_of_it() {
        var sweep = client.post("/api/v1/sweeps", """
                        {"base": %s, "grid": {"snapshotBefore": [90, 400], "momentumFilter": [true, false]},
                         "walkForward": {"trainSessions": 5, "testSessions": 4}}""".formatted(SPARSE))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var headline = client.awaitStatus(sweep, "SUCCEEDED").path("headline");
        var alone = client.awaitStatus(client.submit(SPARSE), "SUCCEEDED").path("headline");

        assertThat(headline).isEqualTo(alone);
        var rows = client.json(client.get(sweep + "/results?sort=-trades")).path("items");
        assertThat(rows.size()).isEqualTo(4);
        for (var row : rows) {
            var isWide = row.path("parameters").path("snapshotBefore").asInt() == 400;
            var warnings = row.path("headline").path("warnings");
            assertThat(warnings.path("CHECKS_WITHOUT_SNAPSHOT").asInt()).isEqualTo(isWide ? 8 : 33);
            assertThat(warnings.has("MOMENTUM_ON_SAME_QUOTES"))
                    .isEqualTo(row.path("parameters").path("momentumFilter").asBoolean());
        }
        var map = client.json(client.get(sweep + "/heatmap?x=snapshotBefore&y=momentumFilter"));
        assertThat(map.path("warnings").path("CHECKS_WITHOUT_SNAPSHOT").toString())
                .isEqualTo("[[1,1],[1,1]]");
        assertThat(map.path("warnings").path("MOMENTUM_ON_SAME_QUOTES").toString())
                .isEqualTo("[[1,1],[0,0]]");
        var filtered = client.get(sweep + "/results?withoutWarnings=MOMENTUM_ON_SAME_QUOTES");
        assertThat(client.json(filtered).path("items").size()).isEqualTo(2);
        var test = client.json(client.get(sweep + "/walk-forward"));
        assertThat(test.path("windows").size()).isEqualTo(2);
        for (var window : test.path("windows")) {
            for (var part : List.of("inSample", "outOfSample")) {
                assertThat(window.path(part).path("warnings").propertyNames())
                        .contains("CHECKS_WITHOUT_SNAPSHOT", "FEW_TRADES", "FEW_SESSIONS");
            }
        }
        assertThat(sum(test, "CHECKS_WITHOUT_SNAPSHOT"))
                .isEqualTo(test.path("outOfSample")
                        .path("warnings")
                        .path("CHECKS_WITHOUT_SNAPSHOT")
                        .asInt());
    }

    private static int sum(JsonNode test, String code) {
        return test.path("windows")
                .valueStream()
                .mapToInt(window ->
                        window.path("outOfSample").path("warnings").path(code).asInt())
                .sum();
    }
}
