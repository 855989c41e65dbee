package com.gammareplay.api.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.api.Client;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How sure results are, over HTTP on the demo. Each test has sessions of its own, so that none counts for another. */
class ConfidenceTest {

    private static final String GRID = "\"grid\": {\"maxOpenPositions\": [1, 3], \"stopLoss\": [-0.15, -0.4]}";
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @TempDir
    static Path home;

    private static SweepService service;
    private static Client client;

    @BeforeAll
    static void start() {
        service = SweepService.start(home);
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String backtest(String index, String from, String to, String parameters) {
        var job = client.submit("{" + base(index, from, to) + ", \"parameters\": {" + parameters + "}}");
        client.awaitStatus(job, "SUCCEEDED");
        return job;
    }

    private static String base(String index, String from, String to) {
        return "\"dataset\": \"demo\", \"indices\": [\"%s\"], \"from\": \"%s\", \"to\": \"%s\""
                .formatted(index, from, to);
    }

    private static String sweep(String base, String more) {
        var job = service.submit("{\"base\": {" + base + "}, " + GRID + more + "}");
        client.awaitStatus(job, "SUCCEEDED");
        return job;
    }

    private static JsonNode get(String path) {
        var answer = client.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    private static JsonNode confidence(String job) {
        return get(job + "/confidence");
    }

    @Test
    void a_backtest_alone_is_as_sure_as_its_own_sessions_make_it() {
        var job = backtest("SPX", "2025-11-24", "2025-12-01", "");
        var confidence = confidence(job);
        var result = get(job + "/result");

        assertThat(confidence.path("intervals")).isEqualTo(result.path("intervals"));
        assertThat(confidence.path("tried").asInt()).isOne();
        assertThat(confidence.path("sharpe")).isEqualTo(result.path("summary").path("sharpe"));
        assertThat(confidence.path("sharpeByChance").asDouble(-1)).isZero();
        assertThat(confidence.path("deflatedSharpe").asDouble()).isBetween(0.0, 1.0);
        assertThat(confidence.path("reasons").isEmpty()).isTrue();
    }

    @Test
    void intervals_have_their_level_and_seed_and_the_limits_of_five_numbers() {
        var result = get(backtest("SPX", "2025-11-24", "2025-11-30", "") + "/result");
        var intervals = result.path("intervals");

        assertThat(intervals.propertyNames())
                .containsExactly(
                        "level",
                        "resamples",
                        "seed",
                        "winRate",
                        "totalPnl",
                        "profitFactor",
                        "expectancy",
                        "maxDrawdown",
                        "reasons");
        assertThat(intervals.path("level").asDouble()).isEqualTo(0.95);
        assertThat(intervals.path("resamples").asInt()).isEqualTo(1999);
        assertThat(intervals.path("seed").asInt()).isOne();
        for (var name : List.of("winRate", "totalPnl", "expectancy", "maxDrawdown")) {
            var number = result.path("summary").path(name).asDouble();
            assertThat(intervals.path(name).path("low").asDouble()).as(name).isLessThanOrEqualTo(number);
            assertThat(intervals.path(name).path("high").asDouble()).as(name).isGreaterThanOrEqualTo(number);
        }
        assertThat(intervals.path("totalPnl").path("low").toString()).contains(".");
    }

    @Test
    void all_that_was_tried_on_the_same_data_counts_once_and_stays_when_jobs_go() {
        var first = backtest("NDX", "2025-11-24", "2025-12-01", "");
        var before = client.get(first + "/result").body();
        backtest("NDX", "2025-11-24", "2025-12-01", "\"stopLoss\": -0.3");
        backtest("NDX", "2025-11-24", "2025-12-01", "");
        assertThat(confidence(first).path("tried").asInt()).isEqualTo(2);

        var base = base("NDX", "2025-11-24", "2025-12-01");
        var sweep = sweep(base, "");
        assertThat(get(sweep + "/results").path("tried").asInt()).isEqualTo(6);
        var again = sweep(base, ", \"intervals\": true, \"walkForward\": {\"trainSessions\": 2, \"testSessions\": 1}");
        var tried = confidence(first);
        assertThat(tried.path("tried").asInt()).isEqualTo(6);
        assertThat(tried.path("sharpeByChance").asDouble()).isPositive();
        assertThat(client.get(first + "/result").body()).isEqualTo(before);

        assertThat(client.delete(sweep).statusCode()).isEqualTo(204);
        assertThat(client.delete(again).statusCode()).isEqualTo(204);
        assertThat(confidence(first)).isEqualTo(tried);
        backtest("NDX", "2025-11-24", "2025-11-26", "");
        assertThat(confidence(first)).isEqualTo(tried);
    }

    /** Reckoned here from the Sharpe ratios that the rows show. */
    @Test
    void the_rows_of_a_sweep_are_deflated_by_what_all_of_them_gave() {
        var results = get(sweep(base("SPX", "2025-11-25", "2025-12-01"), "") + "/results");
        var ratios = results.path("items")
                .valueStream()
                .mapToDouble(row -> row.path("headline").path("sharpe").asDouble())
                .toArray();
        var mean = (ratios[0] + ratios[1] + ratios[2] + ratios[3]) / 4;
        var variance = 0.0;
        for (var ratio : ratios) {
            variance += (ratio - mean) * (ratio - mean) / 3;
        }
        var euler = 0.5772156649015329;
        var chance = Math.sqrt(variance)
                * ((1 - euler) * NORMAL.inverseCumulativeProbability(1 - 1 / 4.0)
                        + euler * NORMAL.inverseCumulativeProbability(1 - 1 / (4 * Math.E)));

        assertThat(variance).isPositive();
        assertThat(results.path("tried").asInt()).isEqualTo(4);
        assertThat(results.path("sharpeByChance").asDouble()).isCloseTo(chance, within(1e-9));
        assertThat(results.path("reasons").isEmpty()).isTrue();
        for (var row : results.path("items")) {
            var isBetter = row.path("headline").path("sharpe").asDouble() > chance;
            assertThat(row.path("deflatedSharpe").asDouble() > 0.5).isEqualTo(isBetter);
            assertThat(row.path("intervals").isNull()).isTrue();
            assertThat(row.path("reasons").isEmpty()).isTrue();
        }
    }

    @Test
    void rows_have_the_intervals_of_a_backtest_of_their_own_if_asked_for() {
        var base = base("SPX", "2025-11-24", "2025-11-26");
        var sweep = sweep(base, ", \"intervals\": true");
        var results = get(sweep + "/results");
        for (var row : results.path("items")) {
            var swept = row.path("parameters");
            var alone = backtest(
                    "SPX",
                    "2025-11-24",
                    "2025-11-26",
                    swept.toString().substring(1, swept.toString().length() - 1));
            assertThat(row.path("intervals").toString())
                    .isEqualTo(get(alone + "/result").path("intervals").toString());
        }

        var csv = client.get(sweep + "/results.csv").body().lines().toList();
        assertThat(csv.getFirst())
                .endsWith(",warnings,deflatedSharpe,winRateLow,winRateHigh,totalPnlLow,totalPnlHigh,profitFactorLow,"
                        + "profitFactorHigh,expectancyLow,expectancyHigh,maxDrawdownLow,maxDrawdownHigh");
        var best = get(sweep + "/results").path("items").path(0);
        var drawdown = best.path("intervals").path("maxDrawdown");
        assertThat(csv.get(1))
                .contains("," + best.path("deflatedSharpe").asString("") + ",")
                .endsWith("," + drawdown.path("low").asString() + ","
                        + drawdown.path("high").asString());
    }

    private static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("jobs.db")));
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    @Test
    void a_result_of_an_earlier_version_says_what_it_lacks() throws Exception {
        var job = backtest("SPX", "2025-11-25", "2025-11-26", "");
        var result = (ObjectNode) get(job + "/result");
        var deflated = confidence(job).path("deflatedSharpe");
        result.remove("intervals");
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(result.toString().getBytes(StandardCharsets.UTF_8));
        }
        database()
                .sql("delete from job_part where job_id = ? and kind = 'RESULT' and part > 0")
                .param(id(job))
                .update();
        database()
                .sql("update job_part set content = ? where job_id = ? and kind = 'RESULT'")
                .params(bytes.toByteArray(), id(job))
                .update();

        var confidence = confidence(job);
        assertThat(confidence.path("intervals").isNull()).isTrue();
        assertThat(confidence.path("reasons").path("intervals").asString()).contains("earlier version");
        assertThat(confidence.path("deflatedSharpe")).isEqualTo(deflated);
        assertThat(confidence.path("tried").asInt()).isOne();
    }

    @Test
    void a_sweep_of_an_earlier_version_says_what_it_lacks() {
        var sweep = sweep(base("NDX", "2025-11-25", "2025-12-01"), "");
        database()
                .sql("update sweep_row set sharpe = null where job_id = ?")
                .param(id(sweep))
                .update();
        var row = get(sweep + "/results").path("items").path(0);
        assertThat(row.path("deflatedSharpe").isNull()).isTrue();
        assertThat(row.path("reasons").path("deflatedSharpe").asString()).isNotEmpty();

        database()
                .sql("update sweep set provenance = null where job_id = ?")
                .param(id(sweep))
                .update();
        var results = get(sweep + "/results");
        assertThat(results.path("tried").isNull()).isTrue();
        assertThat(results.path("reasons").path("sharpeByChance").asString())
                .isEqualTo("an earlier version made the sweep");
        assertThat(client.get(sweep + "/results.csv").statusCode()).isEqualTo(200);
    }

    @Test
    void a_test_of_the_choosing_has_the_winner_of_all_sessions_beside_it() {
        var sweep = sweep(
                base("SPX", "2025-11-24", "2025-12-01"),
                ", \"walkForward\": {\"trainSessions\": 2, \"testSessions\": 1, \"objective\": \"maxDrawdown\"}");
        var test = get(sweep + "/walk-forward");
        var best = get(sweep + "/results?sort=maxDrawdown").path("items").path(0);

        assertThat(test.propertyNames()).containsExactly("objective", "inSample", "outOfSample", "windows");
        assertThat(test.path("inSample").path("parameters")).isEqualTo(best.path("parameters"));
        assertThat(test.path("inSample").path("headline")).isEqualTo(best.path("headline"));
        assertThat(client.get(sweep + "/walk-forward").body()).contains("\"headline\":" + headline(sweep) + "}");
    }

    /** With the bytes of the ranking. */
    private static String headline(String sweep) {
        var body = client.get(sweep + "/results?sort=maxDrawdown&limit=1").body();
        var from = body.indexOf("\"headline\":", body.indexOf("\"items\"")) + "\"headline\":".length();
        return body.substring(from, body.indexOf(",\"deflatedSharpe\"", from));
    }

    @Test
    void intervals_are_asked_for_with_true_or_false() {
        var answer = client.post(
                SweepService.SWEEPS, "{\"base\": {\"dataset\": \"demo\"}, " + GRID + ", \"intervals\": \"yes\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.json(answer).path("errors").path(0).toString())
                .isEqualTo("{\"pointer\":\"/intervals\",\"message\":\"must be true or false\"}");
    }
}
