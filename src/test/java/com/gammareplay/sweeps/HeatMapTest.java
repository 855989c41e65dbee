package com.gammareplay.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three parameters are swept, so that two combinations share each cell. */
class HeatMapTest {

    @TempDir
    static Path home;

    private static SweepService service;
    private static Client client;
    private static String sweep;

    @BeforeAll
    static void run_a_sweep() {
        service = SweepService.start(home);
        client = service.client();
        sweep = service.submit("""
                {"base": {"dataset": "demo"},
                 "grid": {"maxOpenPositions": [1, 6], "vixFloor": [10, 90], "stopLoss": [-0.1, -0.3]}}""");
        client.awaitStatus(sweep, "SUCCEEDED");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode map(String query) {
        var response = client.get(sweep + "/heatmap" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return client.json(response);
    }

    /** The numbers of the combinations of a cell, as the results have them. */
    private static DoubleSummaryStatistics cell(String number, int positions, int vixFloor) {
        return client.json(client.get(sweep + "/results"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("parameters").path("maxOpenPositions").asInt() == positions)
                .filter(item -> item.path("parameters").path("vixFloor").asInt() == vixFloor)
                .mapToDouble(item -> item.path("headline").path(number).asDouble())
                .summaryStatistics();
    }

    @Test
    void a_cell_shows_the_mean_the_greatest_or_the_least_of_its_combinations() {
        var query = "?x=maxOpenPositions&y=vixFloor&value=totalPnl";
        var expected = cell("totalPnl", 6, 10);
        assertThat(expected.getMax()).isGreaterThan(expected.getMin());

        assertThat(map(query).path("cells").path(0).path(1).asDouble()).isEqualTo(expected.getAverage());
        assertThat(map(query + "&aggregate=max").path("cells").path(0).path(1).asDouble())
                .isEqualTo(expected.getMax());
        assertThat(map(query + "&aggregate=min").path("cells").path(0).path(1).asDouble())
                .isEqualTo(expected.getMin());
        assertThat(map(query).path("combinations").toString()).isEqualTo("[[2,2],[2,2]]");
        assertThat(map("").path("x").path("parameter").asString()).isEqualTo("maxOpenPositions");
        assertThat(map("?x=vixFloor").path("y").path("parameter").asString()).isEqualTo("maxOpenPositions");
    }

    @Test
    void a_cell_shows_its_number_as_the_results_do() {
        var query = "?x=maxOpenPositions&y=vixFloor&value=";
        for (var number : List.of("totalPnl", "expectancy", "trades", "winRate")) {
            var headline = client.json(client.get(sweep + "/results?sort=-" + number + "&limit=1"))
                    .path("items")
                    .path(0)
                    .path("headline")
                    .path(number)
                    .toString();
            assertThat(map(query + number + "&aggregate=max").path("cells").toString())
                    .as(number)
                    .contains(headline);
        }
        assertThat(map(query + "expectancy").path("cells").path(0).path(1).toString())
                .matches("-?\\d+\\.\\d\\d");
    }

    /** With a VIX floor of 90 nothing is traded, so that there is no win rate. */
    @Test
    void a_cell_is_empty_where_no_combination_has_the_number() {
        var map = map("?x=maxOpenPositions&y=vixFloor&value=winRate");

        assertThat(map.path("cells").path(1).toString()).isEqualTo("[null,null]");
        assertThat(map.path("cells").path(0).path(0).isNumber()).isTrue();
        var csv = client.send(client.request(sweep + "/heatmap?x=maxOpenPositions&y=vixFloor&value=winRate")
                .header("Accept", "text/csv"));
        assertThat(csv.body()).endsWith("\r\n90.0,,\r\n");
    }

    @Test
    void combinations_without_the_number_are_ranked_last_in_both_directions() {
        for (var sort : new String[] {"winRate", "-winRate"}) {
            var ranked =
                    client.json(client.get(sweep + "/results?sort=" + sort)).path("items");
            assertThat(ranked.valueStream()
                            .map(item -> item.path("headline").path("winRate").isNull()))
                    .containsExactly(false, false, false, false, true, true, true, true);
        }
    }

    @Test
    void a_table_that_cannot_be_made_is_refused() {
        for (var query :
                new String[] {"?x=minCredit", "?x=vixFloor&y=vixFloor", "?value=best", "?z=1", "?aggregate=sum"}) {
            assertThat(client.get(sweep + "/heatmap" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        var narrow = service.submit("{\"base\": {\"dataset\": \"demo\"}, \"grid\": {\"step\": [600]}}");
        var ended = client.awaitStatus(narrow, "SUCCEEDED");
        assertThat(ended.path("links").path("heatmap").isNull()).isTrue();
        assertThat(client.get(narrow + "/heatmap").statusCode()).isEqualTo(400);
    }
}
