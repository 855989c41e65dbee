package com.gammareplay.api.sweeps;

import static com.gammareplay.api.sweeps.SweepService.SWEEPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.api.EventReader.Event;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sweeps over HTTP, on the demo. */
class SweepApiTest {

    private static final String SUBMISSION = """
            {"base": {"dataset": "demo", "indices": ["SPX"], "parameters": {"minShortDistance": 4}},
             "grid": {"maxOpenPositions": [1, 3], "stopLoss": [-0.15, -0.4, -90]},
             "label": "stops", "tags": ["tuning"]}""";

    @TempDir
    static Path home;

    private static SweepService service;
    private static Client client;
    private static String sweep;
    private static JsonNode ended;

    @BeforeAll
    static void run_a_sweep() {
        service = SweepService.start(home);
        client = service.client();
        sweep = service.submit(SUBMISSION);
        ended = client.awaitStatus(sweep, "SUCCEEDED");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode results(String query) {
        var response = client.get(sweep + "/results" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return client.json(response);
    }

    private static JsonNode backtest(String maxOpenPositions, String stopLoss) {
        var job = client.submit("""
                {"dataset": "demo", "indices": ["SPX"],
                 "parameters": {"minShortDistance": 4, "maxOpenPositions": %s, "stopLoss": %s}}""".formatted(maxOpenPositions, stopLoss));
        return client.awaitStatus(job, "SUCCEEDED");
    }

    @Test
    void a_sweep_is_followed_like_a_backtest() {
        try (var events = EventReader.open(client, sweep, "0-0-QUEUED").awaitClosed()) {
            assertThat(events.events()).extracting(Event::name).containsExactly("state", "end");
            var end = events.events().getLast();
            assertThat(end.name()).isEqualTo("end");
            assertThat(end.data()).isEqualTo(client.get(sweep).body());
            assertThat(client.send(client.request(sweep + "/events").header("Last-Event-ID", end.id()))
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(client.get("/api/v1/sweeps/nobody/events").statusCode()).isEqualTo(404);
    }

    @Test
    void a_sweep_is_a_job() {
        assertThat(ended.propertyNames())
                .containsExactly(
                        "id",
                        "status",
                        "label",
                        "tags",
                        "request",
                        "trials",
                        "createdAt",
                        "startedAt",
                        "finishedAt",
                        "queuePosition",
                        "attempt",
                        "progress",
                        "error",
                        "headline",
                        "links");
        assertThat(ended.path("label").asString()).isEqualTo("stops");
        assertThat(ended.path("tags").path(0).asString()).isEqualTo("tuning");
        assertThat(ended.path("trials").asInt()).isEqualTo(6);
        assertThat(ended.path("attempt").asInt()).isEqualTo(1);
        assertThat(ended.path("error").isNull()).isTrue();
        assertThat(ended.path("progress").path("fraction").asDouble()).isEqualTo(1.0);
        assertThat(ended.path("progress").path("trialsDone").asInt()).isEqualTo(6);
        assertThat(ended.path("progress").path("sessionsDone").asInt()).isEqualTo(7 * 5);
        assertThat(ended.path("headline")).isEqualTo(results("").path("base").path("headline"));
        assertThat(client.get("/api/v1/backtests/" + ended.path("id").asString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_combination_has_the_headline_of_a_backtest_of_its_own() {
        for (var item : results("").path("items")) {
            var parameters = item.path("parameters");
            var alone = backtest(
                    parameters.path("maxOpenPositions").toString(),
                    parameters.path("stopLoss").toString());
            assertThat(item.path("headline").toString())
                    .isEqualTo(alone.path("headline").toString());
        }
        var base = results("").path("base");
        assertThat(base.path("parameters").toString()).isEqualTo("{\"maxOpenPositions\":3,\"stopLoss\":-0.15}");
        assertThat(base.path("headline").toString())
                .isEqualTo(backtest("3", "-0.15").path("headline").toString());
    }

    @Test
    void combinations_are_ranked_by_any_headline_number() {
        var items = results("").path("items");
        assertThat(results("").path("trials").asInt()).isEqualTo(6);
        assertThat(items.valueStream().map(item -> item.path("rank").asInt())).containsExactly(1, 2, 3, 4, 5, 6);
        var pnls = items.valueStream()
                .map(item -> item.path("headline").path("totalPnl").asDouble())
                .toList();
        assertThat(pnls).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(pnls.getFirst()).isGreaterThan(pnls.getLast());

        var drawdowns = results("?sort=maxDrawdown")
                .path("items")
                .valueStream()
                .map(item -> item.path("headline").path("maxDrawdown").asDouble())
                .toList();
        assertThat(drawdowns).isSorted();
    }

    /** All of them trade the same sessions, so only the order in which they were tried is left. */
    @Test
    void equal_combinations_keep_the_order_of_the_grid_with_the_last_parameter_changing_first() {
        var parameters = results("?sort=-tradedSessions")
                .path("items")
                .valueStream()
                .map(item -> item.path("parameters").toString())
                .toList();
        assertThat(parameters)
                .containsExactly(
                        "{\"maxOpenPositions\":1,\"stopLoss\":-0.15}",
                        "{\"maxOpenPositions\":1,\"stopLoss\":-0.4}",
                        "{\"maxOpenPositions\":1,\"stopLoss\":-90.0}",
                        "{\"maxOpenPositions\":3,\"stopLoss\":-0.15}",
                        "{\"maxOpenPositions\":3,\"stopLoss\":-0.4}",
                        "{\"maxOpenPositions\":3,\"stopLoss\":-90.0}");
    }

    @Test
    void pages_follow_one_another() {
        var whole = results("").path("items");
        var first = results("?limit=4");
        var second = results("?limit=4&cursor=" + first.path("next").asString());

        assertThat(first.path("items").size()).isEqualTo(4);
        assertThat(second.path("items").path(0)).isEqualTo(whole.path(4));
        assertThat(second.path("items").path(1)).isEqualTo(whole.path(5));
        assertThat(second.path("next").isNull()).isTrue();
        var other = client.get(
                sweep + "/results?sort=trades&cursor=" + first.path("next").asString());
        assertThat(other.statusCode()).isEqualTo(400);
    }

    @Test
    void results_come_as_csv_too() {
        var csv = client.send(client.request(sweep + "/results?sort=-totalPnl").header("Accept", "text/csv"));

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        var lines = csv.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("rank,maxOpenPositions,stopLoss,trades,wins,losses,winRate,totalPnl,profitFactor,expectancy,"
                        + "endingBalance,returnPercent,maxDrawdown,maxDrawdownPercent,sharpe,sortino,tradedSessions,warnings,"
                        + "deflatedSharpe");
        var best = results("").path("items").path(0);
        var numbers = best.path("headline")
                .valueStream()
                .filter(value -> !value.isObject())
                .map(value -> value.isNull() ? "" : value.toString());
        var warnings = best.path("headline").path("warnings").properties().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
        assertThat(warnings).startsWith("SYNTHETIC_DATA=1 ").contains("FEW_TRADES=");
        var expected = Stream.concat(
                        numbers, Stream.of(warnings, best.path("deflatedSharpe").asString("")))
                .collect(Collectors.joining(","));
        assertThat(lines.get(1))
                .isEqualTo("1," + best.path("parameters").path("maxOpenPositions") + ","
                        + best.path("parameters").path("stopLoss") + "," + expected);
        assertThat(lines).hasSize(7);
        assertThat(client.get(sweep + "/results.csv?sort=-totalPnl").body()).isEqualTo(csv.body());
    }

    @Test
    void a_list_is_one_cell_of_csv() {
        var lists = service.submit("""
                {"base": {"dataset": "demo", "indices": ["SPX"]},
                 "grid": {"entryTimes": [["10:30", "13:00"], ["11:00"]]}}""");
        client.awaitStatus(lists, "SUCCEEDED");
        var csv = client.send(client.request(lists + "/results").header("Accept", "text/csv"));

        assertThat(csv.body().lines().skip(1).map(line -> line.split("^\\d,|,\\d", 3)[1]))
                .containsExactlyInAnyOrder("\"[\"\"10:30\"\",\"\"13:00\"\"]\"", "\"[\"\"11:00\"\"]\"");
    }

    @Test
    void a_heat_map_shows_a_number_by_two_parameters() {
        var map = client.json(client.get(sweep + "/heatmap?value=trades&x=stopLoss&y=maxOpenPositions"));

        assertThat(map.path("x").toString()).isEqualTo("{\"parameter\":\"stopLoss\",\"values\":[-0.15,-0.4,-90.0]}");
        assertThat(map.path("y").toString()).isEqualTo("{\"parameter\":\"maxOpenPositions\",\"values\":[1,3]}");
        for (var item : results("").path("items")) {
            var row = item.path("parameters").path("maxOpenPositions").asInt() == 1 ? 0 : 1;
            var column = List.of("-0.15", "-0.4", "-90.0")
                    .indexOf(item.path("parameters").path("stopLoss").toString());
            assertThat(map.path("cells").path(row).path(column).asDouble())
                    .isEqualTo(item.path("headline").path("trades").asDouble());
        }
        assertThat(map.path("combinations").toString()).isEqualTo("[[1,1,1],[1,1,1]]");

        var csv = client.send(client.request(sweep + "/heatmap?value=trades&x=stopLoss&y=maxOpenPositions")
                .header("Accept", "text/csv"));
        var row =
                map.path("cells").path(0).valueStream().map(JsonNode::toString).collect(Collectors.joining(","));
        assertThat(csv.body())
                .startsWith("maxOpenPositions\\stopLoss,-0.15,-0.4,-90.0,warnings -0.15,")
                .contains("\r\n1," + row + ",SYNTHETIC_DATA=1 ");
        assertThat(client.get(sweep + "/heatmap.csv?value=trades&x=stopLoss&y=maxOpenPositions")
                        .body())
                .isEqualTo(csv.body());
    }

    @Test
    void every_link_names_a_call_that_exists() {
        assertThat(ended.path("links").path("walkForward").isNull()).isTrue();
        for (var link : ended.path("links").properties()) {
            if (!link.getValue().isNull()) {
                var path = link.getValue().asString();
                var response = link.getKey().equals("cancel") ? client.post(path, "") : client.get(path);
                assertThat(response.statusCode())
                        .as(path)
                        .isEqualTo(link.getKey().equals("events") ? 204 : 200);
            }
        }
        assertThat(client.get(sweep + "/walk-forward").statusCode()).isEqualTo(404);
    }

    @Test
    void the_effective_request_can_be_submitted_again() {
        var again = service.submit(ended.path("request").toString());
        client.awaitStatus(again, "SUCCEEDED");

        assertThat(client.get(again + "/results").body())
                .contains(results("").path("items").toString());
    }

    @Test
    void the_same_key_gives_the_same_sweep_and_no_backtest() {
        var first = client.send(client.request(SWEEPS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .POST(BodyPublishers.ofString(SUBMISSION)));
        var second = client.send(client.request(SWEEPS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .POST(BodyPublishers.ofString(SUBMISSION)));
        var backtest = client.send(client.request("/api/v1/backtests")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .POST(BodyPublishers.ofString(SUBMISSION)));

        assertThat(client.json(second).path("id")).isEqualTo(client.json(first).path("id"));
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(backtest.statusCode()).isEqualTo(422);
    }

    @Test
    void lists_keep_sweeps_and_backtests_apart() {
        var job = backtest("2", "-0.15");
        var sweeps = client.get(SWEEPS + "?label=stops&dataset=demo&index=SPX&limit=1000");
        var backtests = client.get("/api/v1/backtests?limit=1000");

        assertThat(client.json(sweeps).path("items").valueStream().map(item -> item.path("id")))
                .contains(ended.path("id"))
                .doesNotContain(job.path("id"));
        assertThat(client.json(backtests).path("items").valueStream().map(item -> item.path("id")))
                .contains(job.path("id"))
                .doesNotContain(ended.path("id"));
        assertThat(client.json(client.get(SWEEPS + "?dataset=other"))
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_sweep_is_polled_with_an_entity_tag_and_deleted_once_it_has_ended() {
        var path = service.submit(SUBMISSION);
        assertThat(client.awaitStatus(path, "SUCCEEDED").path("trials").asInt()).isEqualTo(6);
        var tag = client.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(client.send(client.request(path).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(client.send(client.request(path)
                                .header("Accept", "application/problem+json")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/results").statusCode()).isEqualTo(404);
        assertThat(client.delete(path).statusCode()).isEqualTo(404);
    }
}
