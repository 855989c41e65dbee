package com.gammareplay.api.sweeps;

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
        assertThat(csv.body()).contains("\r\n90.0,,,SYNTHETIC_DATA=2 ");
    }

    @Test
    void a_cell_says_how_many_of_its_combinations_have_which_warning() {
        var query = "?x=maxOpenPositions&y=vixFloor";
        var warnings = map(query).path("warnings");

        assertThat(warnings.path("SYNTHETIC_DATA").toString()).isEqualTo("[[2,2],[2,2]]");
        assertThat(warnings.path("NO_COSTS").toString()).isEqualTo("[[2,2],[0,0]]");
        var csv = client.send(client.request(sweep + "/heatmap" + query).header("Accept", "text/csv"))
                .body()
                .lines()
                .toList();
        assertThat(csv.getFirst()).isEqualTo("vixFloor\\maxOpenPositions,1,6,warnings 1,warnings 6");
        assertThat(csv.get(1).split(",", -1)[4]).startsWith("SYNTHETIC_DATA=2 ").contains("NO_COSTS=2");
        assertThat(csv.get(2)).doesNotContain("NO_COSTS");
    }

    @Test
    void combinations_with_a_warning_can_be_left_out_of_the_table() {
        var map = map("?x=maxOpenPositions&y=vixFloor&withoutWarnings=NO_COSTS");

        assertThat(map.path("combinations").toString()).isEqualTo("[[0,0],[2,2]]");
        assertThat(map.path("cells").path(0).toString()).isEqualTo("[null,null]");
        assertThat(map.path("cells").path(1).toString()).isEqualTo("[0.00,0.00]");
        assertThat(map.path("warnings").has("NO_COSTS")).isFalse();
    }

    @Test
    void combinations_with_a_warning_can_be_left_out_of_the_ranking() {
        var results = sweep + "/results";
        var first = client.json(client.get(results + "?withoutWarnings=ALL_WINS,NO_COSTS&limit=3"));
        var cursor = "&cursor=" + first.path("next").asString();
        var second = client.json(client.get(results + "?withoutWarnings=ALL_WINS,NO_COSTS&limit=3" + cursor));

        assertThat(first.path("items")
                        .valueStream()
                        .map(item -> item.path("rank").asInt()))
                .containsExactly(1, 2, 3);
        assertThat(first.path("items")
                        .valueStream()
                        .map(item -> item.path("parameters").path("vixFloor").asDouble()))
                .containsOnly(90.0);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(client.get(results + "?limit=3" + cursor).statusCode()).isEqualTo(400);
        assertThat(client.json(client.get(results + "?withoutWarnings=any")).path("items"))
                .isEmpty();
        assertThat(client.send(client.request(results + "?withoutWarnings=any").header("Accept", "text/csv"))
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_warning_that_is_none_is_refused_with_the_nearest_name() {
        for (var call : new String[] {"/results", "/heatmap"}) {
            var answer = client.get(sweep + call + "?withoutWarnings=NO_COSTS,FEW_TRADE");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("/withoutWarnings", "did you mean FEW_TRADES?");
        }
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
