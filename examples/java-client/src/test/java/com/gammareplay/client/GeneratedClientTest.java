package com.gammareplay.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.gammareplay.client.api.BacktestsApi;
import com.gammareplay.client.api.DatasetsApi;
import com.gammareplay.client.api.QueueApi;
import com.gammareplay.client.api.ResultsApi;
import com.gammareplay.client.api.StrategiesApi;
import com.gammareplay.client.api.SweepsApi;
import com.gammareplay.client.model.BacktestRequest;
import com.gammareplay.client.model.DecisionCount;
import com.gammareplay.client.model.Job;
import com.gammareplay.client.model.PageRawJson;
import com.gammareplay.client.model.Problem;
import com.gammareplay.client.model.Sweep;
import com.gammareplay.client.model.SweepRequest;
import com.gammareplay.client.model.WalkForwardRequest;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Uses a running service with the demo by nothing but what was generated. */
class GeneratedClientTest {

    /** Fields that the description does not name are mistakes of the description. */
    private final ApiClient client = new ApiClient(
            HttpClient.newBuilder(),
            ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
            System.getProperty("gamma.url"));

    private final BacktestsApi backtests;
    private final ResultsApi results;
    private final SweepsApi sweeps;

    GeneratedClientTest() {
        var key = System.getProperty("gamma.key", "");
        if (!key.isEmpty()) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        }
        backtests = new BacktestsApi(client);
        results = new ResultsApi(client);
        sweeps = new SweepsApi(client);
    }

    private static BacktestRequest request() {
        return new BacktestRequest().dataset("demo").from(LocalDate.of(2025, 11, 24));
    }

    private Job succeeded(BacktestRequest request) throws ApiException, InterruptedException {
        var job = backtests.submitBacktest(request, null);
        while (job.getFinishedAt() == null) {
            Thread.sleep(100);
            job = backtests.getBacktest(job.getId());
        }
        assertEquals(Job.StatusEnum.SUCCEEDED, job.getStatus());
        return job;
    }

    private Sweep succeeded(SweepRequest request) throws ApiException, InterruptedException {
        var sweep = sweeps.submitSweep(request, null);
        while (sweep.getFinishedAt() == null) {
            Thread.sleep(100);
            sweep = sweeps.getSweep(sweep.getId());
        }
        assertEquals(Sweep.StatusEnum.SUCCEEDED, sweep.getStatus());
        return sweep;
    }

    private static List<String> lines(File download) throws IOException {
        return Files.readAllLines(download.toPath());
    }

    @Test
    void aBacktestWithNothingSetTakesAllDefaults() throws Exception {
        var job = succeeded(new BacktestRequest());

        assertEquals(List.of("SPX", "NDX"), job.getRequest().get("indices"));
        assertEquals("live", job.getRequest().get("preset"));
    }

    @Test
    void aBacktest() throws Exception {
        var job = succeeded(request().indices(List.of("SPX")).label("generated").tags(List.of("client"))
                .parameters(Map.of("maxOpenPositions", 6)));

        assertEquals("generated", job.getLabel());
        assertEquals(1.0, job.getProgress().getFraction());
        assertNull(job.getError());
        var trades = new ArrayList<Map<String, Object>>();
        PageRawJson page = null;
        while (page == null || page.getNext() != null) {
            page = results.getTrades(job.getId(), 5, page == null ? null : page.getNext());
            trades.addAll(page.getItems());
        }
        assertEquals(job.getHeadline().get("trades"), trades.size());
        assertTrue(trades.size() > 5);

        var skipped = results.getDecisions(job.getId(), "SKIPPED", null, null, null, null, null, null, null);
        assertFalse(skipped.getItems().isEmpty());
        var counts = results.getDecisions(job.getId(), "SKIPPED", null, null, null, null, "reason", null, null);
        assertEquals(
                skipped.getItems().size(),
                counts.getCounts().stream().mapToLong(DecisionCount::getDecisions).sum());
        assertTrue(results.getResult(job.getId()).containsKey("provenance"));
        assertTrue(backtests
                .listBacktests("SUCCEEDED", "demo", "SPX", "generated", "client", "-totalPnl", null, null, null)
                .getItems()
                .stream()
                .anyMatch(listed -> listed.getId().equals(job.getId())));
    }

    @Test
    void aSweep() throws Exception {
        var sweep = succeeded(new SweepRequest()
                .base(request())
                .grid(Map.of("stopLoss", List.of(-0.1, -0.15), "maxOpenPositions", List.of(1, 3)))
                .walkForward(new WalkForwardRequest().trainSessions(2).testSessions(1)));

        assertEquals(4, sweep.getTrials());
        var ranked = sweeps.getSweepResults(sweep.getId(), "-totalPnl", null, null, null);
        assertEquals(4, ranked.getItems().size());
        assertEquals(2, ranked.getItems().get(0).getParameters().size());
        var map = sweeps.getSweepHeatMap(sweep.getId(), "stopLoss", null, null, "max", null);
        assertEquals(List.of(-0.1, -0.15), map.getX().getValues());
        assertEquals(2, map.getCells().get(0).size());
        assertTrue(sweeps.getWalkForward(sweep.getId()).containsKey("windows"));
        assertFalse(sweeps.listSweeps(null, null, null, null, null, null, 1, null, null).getItems().isEmpty());

        var sampled = succeeded(new SweepRequest()
                .base(request())
                .ranges(Map.of("stopLoss", Map.of("min", -0.3, "max", -0.1, "step", 0.05)))
                .samples(2));
        assertNull(sampled.getLinks().getHeatmap());
        assertEquals(
                3, lines(sweeps.downloadSweepResults(sampled.getId(), "-sharpe", null)).size());
        assertEquals(
                3, lines(sweeps.downloadSweepHeatMap(sweep.getId(), null, null, null, null, null)).size());
    }

    @Test
    void downloads() throws Exception {
        var job = succeeded(request());
        var trades = (Integer) job.getHeadline().get("trades");

        var csv = lines(results.downloadTrades(job.getId()));
        assertTrue(csv.get(0).startsWith("number,index,session,"));
        assertEquals(trades + 1, csv.size());
        assertEquals(
                trades + 1,
                lines(results.downloadDecisions(job.getId(), "ENTERED", null, null, null, null)).size());
        var events = lines(backtests.getEvents(job.getId(), "0-0-QUEUED"));
        assertEquals(trades, (int) events.stream().filter("event:trade"::equals).count());
    }

    @Test
    void aMistakeIsAProblem() throws JsonProcessingException {
        var refused = assertThrows(
                ApiException.class,
                () -> backtests.submitBacktest(request().parameters(Map.of("minCredt", 1)), null));

        assertEquals(400, refused.getCode());
        var problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertEquals("/parameters/minCredt", problem.getErrors().get(0).getPointer());
    }

    @Test
    void whatThereIs() throws ApiException {
        var datasets = new DatasetsApi(client);
        assertEquals("demo", datasets.listDatasets().getItems().get(0).getName());
        assertEquals(LocalDate.of(2025, 12, 1), datasets.getDataset("demo").getLastSession());
        assertTrue(new StrategiesApi(client)
                .getStrategies().getParameters().stream().anyMatch(parameter -> parameter.getName().equals("stopLoss")));
        assertTrue(new QueueApi(client).getQueue().getLimits().getWorkers() > 0);
    }

    @Test
    void aJobIsCancelledAndDeleted() throws Exception {
        var job = backtests.submitBacktest(request().parameters(Map.of("step", 1)), "once");
        assertEquals(job.getId(), backtests.submitBacktest(request().parameters(Map.of("step", 1)), "once").getId());
        backtests.cancelBacktest(job.getId());
        while (backtests.getBacktest(job.getId()).getFinishedAt() == null) {
            Thread.sleep(100);
        }
        backtests.deleteBacktest(job.getId());
        assertEquals(
                404,
                assertThrows(ApiException.class, () -> backtests.getBacktest(job.getId())).getCode());
    }
}
