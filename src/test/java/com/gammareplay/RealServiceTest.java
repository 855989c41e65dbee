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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as users run it: real engine, real recordings, over HTTP and from the command line. */
class RealServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

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
        assertThat(printed.toString()).contains("total P&L", "sessions traded");
        assertThat(Files.readString(output)).isEqualTo(result(job));
    }
}
