package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gammareplay.api.Client;
import com.gammareplay.testing.DemoFolder;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Trades and results of a real service, looked at closely over HTTP. */
class ReviewedServiceTest {

    private static final String STOP = "{\"parameters\": {\"stopLoss\": -0.01, \"stopLossAfter\": 0}}";

    @TempDir
    static Path folder;

    private static Path changing;
    private static Path going;
    private static ConfigurableApplicationContext service;
    private static Client client;
    private static String job;

    @BeforeAll
    static void start() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var demo = DemoFolder.path().resolve("demo.db");
        Files.copy(demo, data.resolve("demo.db"));
        changing = Files.copy(demo, data.resolve("changing.db"));
        going = Files.copy(demo, data.resolve("going.db"));
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.home=" + folder.resolve("home"),
                "--gamma.prepare.enabled=false",
                "--gamma.data-dir=" + data);
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        job = succeeded("demo");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String succeeded(String dataset) {
        return succeeded(dataset, "");
    }

    private static String succeeded(String dataset, String more) {
        var path = client.submit("{\"dataset\": \"" + dataset + "\", \"to\": \"2025-11-24\"" + more + "}");
        client.awaitStatus(path, "SUCCEEDED");
        return path;
    }

    private static JsonNode get(String path) {
        var answer = client.get(job + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    private static JsonNode trades() {
        return get("/trades").path("items");
    }

    @Test
    void a_way_is_that_of_the_trade_and_has_its_excursions() {
        for (var trade : trades()) {
            var way = get("/trades/" + trade.path("number").asInt() + "/path");
            var points = way.path("path");

            assertThat(way.path("trade")).isEqualTo(trade);
            assertThat(points.get(0).path("time")).isEqualTo(trade.path("entryTime"));
            assertThat(points.get(points.size() - 1).path("time")).isEqualTo(trade.path("exitTime"));
            var profits = points.valueStream()
                    .limit(points.size() - (trade.path("exitReason").asString().equals("SETTLEMENT") ? 1 : 0))
                    .skip(1)
                    .filter(point -> point.path("mid").isNumber())
                    .mapToDouble(point ->
                            (trade.path("credit").asDouble() - point.path("mid").asDouble()) * 100)
                    .summaryStatistics();
            assertThat(Math.round(Math.min(0, profits.getMin()) * 100))
                    .isEqualTo(Math.round(trade.path("mae").asDouble() * 100));
            assertThat(Math.round(Math.max(0, profits.getMax()) * 100))
                    .isEqualTo(Math.round(trade.path("mfe").asDouble() * 100));
        }
    }

    @Test
    void a_point_has_dollars_per_share() {
        var way = get("/trades/1/path");
        var point = way.path("path").get(0);

        assertThat(point.propertyNames())
                .containsExactly(
                        "time",
                        "mid",
                        "worst",
                        "best",
                        "p",
                        "index",
                        "target",
                        "trailingStop",
                        "stopLoss",
                        "emergencyStop",
                        "hold");
        // Natural: what was received at once is what buying back at the best prices would cost.
        assertThat(point.path("best").asDouble())
                .isEqualTo(way.path("trade").path("credit").asDouble());
        assertThat(point.path("worst").asDouble())
                .isGreaterThan(point.path("mid").asDouble());
        assertThat(point.path("index").asDouble()).isBetween(6000.0, 7500.0);
        assertThat(point.path("trailingStop").isNull()).isTrue();
        assertThat(point.path("emergencyStop").asDouble())
                .isEqualTo(way.path("trade").path("credit").asDouble() * 1.25);
        assertThat(point.path("hold").asBoolean(true)).isFalse();
    }

    @Test
    void the_account_begins_with_the_balance_and_ends_with_that_of_the_result() {
        var equity = get("/equity?points=50");
        var points = equity.path("points");

        assertThat(equity.path("ticks").asInt()).isEqualTo(781);
        assertThat(points.size()).isBetween(20, 50);
        assertThat(points.get(0).toString())
                .isEqualTo("{\"time\":\"2025-11-24T14:30:00Z\",\"balance\":25000.00,\"markToMarket\":25000.00}");
        assertThat(points.get(points.size() - 1).path("markToMarket"))
                .isEqualTo(get("/result").path("summary").path("endingBalance"));
        assertThat(client.get(job + "/equity?points=50").body())
                .isEqualTo(client.get(job + "/equity?points=50").body());
        assertThat(get("/equity").path("points").size()).isBetween(200, 500);
    }

    /** All ticks of the session: the largest fall between any two of them. */
    @Test
    void the_largest_fall_of_the_account_is_that_of_the_result() {
        var equity = get("/equity?points=10000").path("points");
        var largest = 0.0;
        for (var i = 0; i < equity.size(); i++) {
            for (var j = i + 1; j < equity.size(); j++) {
                var fall = equity.get(i).path("markToMarket").asDouble()
                        - equity.get(j).path("markToMarket").asDouble();
                largest = Math.max(largest, fall);
            }
        }
        var result = get("/result");

        assertThat(equity.size()).isEqualTo(781);
        assertThat(largest).isPositive();
        assertThat(result.at("/drawdowns/markToMarket/amount").asDouble()).isEqualTo(largest);
        assertThat(result.at("/summary/markToMarketDrawdown").asDouble()).isEqualTo(largest);
    }

    @Test
    void the_groups_of_a_breakdown_have_names_numbers_and_reasons() {
        var breakdowns = get("/result").path("breakdowns");

        assertThat(breakdowns.propertyNames())
                .containsExactly(
                        "index",
                        "strategy",
                        "confidence",
                        "exitReason",
                        "checkTime",
                        "weekday",
                        "session",
                        "vix",
                        "pinDistance",
                        "holding",
                        "quoteAge");
        var group = breakdowns.path("session").get(0);
        assertThat(group.path("group").asString()).isEqualTo("2025-11-24");
        assertThat(group.path("trades").asInt()).isEqualTo(trades().size());
        assertThat(group.propertyNames())
                .containsExactly(
                        "group",
                        "trades",
                        "wins",
                        "losses",
                        "breakeven",
                        "winRate",
                        "totalPnl",
                        "grossProfit",
                        "grossLoss",
                        "averageWin",
                        "averageLoss",
                        "largestWin",
                        "largestLoss",
                        "profitFactor",
                        "expectancy",
                        "reasons");
    }

    @Test
    void the_band_has_the_result_among_its_fills() {
        var band = get("/band");
        var own = band.path("fills")
                .valueStream()
                .filter(fill -> fill.path("own").asBoolean())
                .toList();

        assertThat(own).hasSize(1);
        assertThat(own.getFirst().path("fraction").asDouble()).isEqualTo(1);
        assertThat(own.getFirst().path("totalPnl"))
                .isEqualTo(get("/result").path("summary").path("totalPnl"));
        assertThat(band.path("breakEvenFraction").isNull())
                .isEqualTo(band.path("reasons").has("breakEvenFraction"));
    }

    @Test
    void what_if_shows_both_ways_and_what_differs() {
        var answer = client.json(client.post(job + "/trades/1/what-if", STOP));
        var traded = answer.path("traded");
        var whatIf = answer.path("whatIf").path("trade");

        assertThat(traded).isEqualTo(get("/trades/1/path"));
        assertThat(whatIf.path("exitReason").asString()).isEqualTo("STOP_LOSS");
        assertThat(whatIf.path("entryTime")).isEqualTo(traded.path("trade").path("entryTime"));
        assertThat(answer.path("whatIf").path("path").size())
                .isLessThan(traded.path("path").size());
        var difference = answer.path("difference");
        for (var field : List.of("exitValue", "pnl")) {
            assertThat(difference.path(field).asDouble())
                    .isEqualTo(whatIf.path(field).asDouble()
                            - traded.path("trade").path(field).asDouble());
        }
        assertThat(difference.path("exitTime").asLong()).isNegative();
    }

    @Test
    void no_change_is_no_difference() {
        var answer = client.json(client.post(job + "/trades/2/what-if", "{\"parameters\": {}}"));

        assertThat(answer.path("whatIf")).isEqualTo(answer.path("traded"));
        assertThat(answer.path("difference").toString()).isEqualTo("{\"exitTime\":0,\"exitValue\":0.00,\"pnl\":0.00}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"parameters": {"minCredit": 1}}       | /parameters/minCredit | no exit parameter
            {"parameters": {"stopLos": -0.3}}      | /parameters/stopLos   | did you mean stopLoss?
            {"parameters": {"stopLoss": "x"}}      | /parameters/stopLoss  | number
            {"parameters": {"a/b": 1}}             | /parameters/a~1b      | unknown parameter
            {"parameters": 5}                      | /parameters           | object
            {}                                     | /parameters           | must be given
            {"parameters": {}, "stopLoss": -0.3}   | /stopLoss             | did you mean parameters/stopLoss?
            """)
    void what_is_no_exit_parameter_is_refused_where_it_stands(String body, String pointer, String message) {
        var answer = client.post(job + "/trades/1/what-if", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        var error = client.json(answer).path("errors");
        assertThat(error.size()).isOne();
        assertThat(error.get(0).path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get(0).path("message").asString()).contains(message);
    }

    @Test
    void every_mistake_is_named_at_once() {
        var answer = client.post(
                job + "/trades/1/what-if", "{\"parameters\": {\"step\": 1, \"minCredit\": 1, \"stopLos\": 1}}");

        assertThat(client.json(answer).path("errors").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0", "999", "-1"})
    void a_trade_that_there_is_not_is_not_found(int number) {
        assertThat(client.get(job + "/trades/" + number + "/path").statusCode()).isEqualTo(404);
        assertThat(client.post(job + "/trades/" + number + "/what-if", STOP).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/trades/x/path,/number", "/equity?points=9,/points", "/equity?points=10001,/points"})
    void numbers_out_of_range_are_refused(String path, String pointer) {
        var answer = client.get(job + path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static String page(String of) {
        var answer = client.get(of + "/report");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        return answer.body();
    }

    @Test
    void the_page_has_a_path_for_each_trade_and_the_same_bytes_each_time() {
        var page = page(job);

        assertThat(page.split("<path class=\"profit\" d=\"M", -1)).hasSize(trades().size() + 1);
        assertThat(page).isEqualTo(page(job)).isEqualTo(page(succeeded("demo"))).doesNotContain(job.substring(20));
        var json = client.send(client.request(job + "/report").header("Accept", "application/json"));
        assertThat(json.statusCode()).isEqualTo(406);
    }

    @Test
    void a_page_without_its_recording_has_what_was_kept() throws Exception {
        var gone = Files.copy(changing, changing.resolveSibling("gone.db"));
        var other = succeeded("gone");
        Files.delete(gone);

        assertThat(page(other))
                .contains("The recording cannot be read: ", "SETTLEMENT")
                .doesNotContain("class=\"profit\" d");
    }

    /** As the service wrote it before it knew these numbers. */
    @Test
    void a_result_of_an_earlier_version_is_served_and_looked_at_as_before() throws Exception {
        var old = succeeded("demo");
        var result = (ObjectNode) client.json(client.get(old + "/result"));
        result.remove(List.of("drawdowns", "breakdowns"));
        ((ObjectNode) result.path("summary")).remove(List.of("markToMarketDrawdown", "cagr", "exposure"));
        keep(old.substring(old.lastIndexOf('/') + 1), result.toString());

        assertThat(client.json(client.get(old + "/result"))).isEqualTo(result);
        for (var path :
                List.of("", "/sessions", "/trades", "/trades.csv", "/trades/1/path", "/equity", "/band", "/report")) {
            var answer = client.get(old + path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(client.get("/api/v1/backtests?sort=-totalPnl").statusCode()).isEqualTo(200);
    }

    /** Puts a result in the place of the kept one. */
    private static void keep(String id, String result) throws Exception {
        var content = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(content)) {
            gzip.write(result.getBytes(StandardCharsets.UTF_8));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/jobs.db"));
                var update = connection.prepareStatement(
                        "UPDATE job_part SET content = ? WHERE job_id = ? AND kind = 'RESULT' AND part = 0")) {
            update.setBytes(1, content.toByteArray());
            update.setString(2, id);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void a_result_of_rows_that_have_changed_since_is_not_looked_at() throws Exception {
        var other = succeeded("changing");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + changing);
                var change = connection.createStatement()) {
            var row = "(SELECT max(id) FROM options_prices_live WHERE timestamp LIKE '2025-11-24%')";
            assertThat(change.executeUpdate("UPDATE options_prices_live SET bid = bid + 0.01 WHERE id = " + row))
                    .isOne();
            for (var path : List.of("/trades/1/path", "/equity", "/band")) {
                var answer = client.get(other + path);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                assertThat(client.json(answer).path("code").asString()).isEqualTo("data-changed");
            }
            assertThat(client.json(client.post(other + "/trades/1/what-if", STOP))
                            .path("code")
                            .asString())
                    .isEqualTo("data-changed");
            assertThat(verified(other).path("differs").toString()).isEqualTo("[\"dataSha256\"]");
            assertThat(verified(other).path("message").asString()).startsWith("The recorded rows are others");
            assertThat(page(other))
                    .contains(
                            "The rows of the recording are others than those of the result", "<path class=\"balance\"")
                    .doesNotContain("<path class=\"profit\"");
        }
    }

    private static JsonNode verified(String path) {
        var answer = client.post(path + "/verify", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    @Test
    void every_link_of_a_job_names_a_call_that_exists() {
        var links = client.json(client.get(job)).path("links");

        assertThat(links.propertyNames())
                .contains("result", "sessions", "equity", "band", "confidence", "verify", "report");
        for (var link : links.properties()) {
            var path = link.getValue().asString();
            var isPost = List.of("cancel", "verify").contains(link.getKey());
            var answer = isPost ? client.post(path, "") : client.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(link.getKey().equals("events") ? 204 : 200);
        }
    }

    @Test
    void a_result_that_is_checked_again_is_the_same_byte_for_byte() {
        var verification = verified(job);

        assertThat(verification.path("identical").asBoolean()).isTrue();
        assertThat(verification.path("firstDifference").isNull()).isTrue();
        assertThat(verification.path("provenance").path("now"))
                .isEqualTo(get("/result").path("provenance"));
    }

    @Test
    void a_result_whose_recording_is_gone_is_not_looked_at_but_shown() throws Exception {
        var other = succeeded("going");
        Files.delete(going);

        for (var path : List.of("/trades/1/path", "/equity", "/band")) {
            assertGone(client.get(other + path));
        }
        assertGone(client.post(other + "/trades/1/what-if", STOP));
        assertGone(client.post(other + "/verify", ""));
        assertThat(client.get(other + "/result").statusCode()).isEqualTo(200);
        assertThat(client.get(other + "/sessions").statusCode()).isEqualTo(200);
        assertThat(page(other)).contains("The recording cannot be read: there is no dataset going.");
        assertThat(compared(job, other).path("decisions").path("same").asInt()).isPositive();
    }

    private static void assertGone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(client.json(answer).path("code").asString()).isEqualTo("data-gone");
        assertThat(client.json(answer).path("detail").asString()).contains("going");
    }

    private static JsonNode compared(String left, String right) {
        var answer = client.post(
                "/api/v1/comparisons", "{\"left\": \"" + id(left) + "\", \"right\": \"" + id(right) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static double pnl(JsonNode trades) {
        return trades.path("pnl").asDouble();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"maxOpenPositions\": 1",
                "\"maxOpenPositions\": 6",
                "\"stopLoss\": -0.05",
                "\"trailingDistance\": 0.03",
                "\"fillModel\": \"MID\"",
                "\"entryUntil\": \"11:00\"",
                "\"minCredit\": 6"
            })
    void a_parameter_alone_is_the_cause_and_trades_add_up_to_the_difference_of_the_headlines(String parameter) {
        var comparison = compared(job, succeeded("demo", ", \"parameters\": {" + parameter + "}"));

        assertThat(comparison.path("identical").asBoolean(true)).isFalse();
        var causes = comparison.path("causes");
        assertThat(causes.path("parameters").size()).isOne();
        var name = causes.at("/parameters/0/name").asString();
        assertThat(parameter).contains(name);
        assertThat(causes.path("request").size() + causes.path("provenance").size())
                .isZero();
        assertThat(comparison.at("/firstDifference/cause/message").asString())
                .isEqualTo("The cause, for nothing else differs: parameter " + name + ".");
        var trades = comparison.path("trades");
        assertThat(pnl(trades.path("differing")) + pnl(trades.path("onlyRight")) - pnl(trades.path("onlyLeft")))
                .isCloseTo(comparison.at("/headline/difference/totalPnl").asDouble(), within(1e-6));
        assertThat(trades.path("same").asInt()
                        + trades.at("/differing/count").asInt()
                        + trades.at("/onlyLeft/count").asInt())
                .isEqualTo(comparison.at("/headline/left/trades").asInt());
    }

    @Test
    void a_backtest_beside_itself_is_identical() {
        var comparison = compared(job, job);

        assertThat(comparison.path("identical").asBoolean()).isTrue();
        assertThat(comparison.path("firstDifference").isNull()).isTrue();
        assertThat(comparison.at("/trades/same").asInt()).isEqualTo(trades().size());
        assertThat(client.post("/api/v1/comparisons", "{\"left\": \"" + id(job) + "\", \"right\": \"" + id(job) + "\"}")
                        .body())
                .contains("\"totalPnl\":0.00");
    }

    @Test
    void another_dataset_and_other_indices_are_differences_of_the_request() {
        var comparison = compared(job, succeeded("changing", ", \"indices\": [\"NDX\"]"));

        assertThat(comparison.at("/causes/request").findValuesAsString("name")).containsExactly("dataset", "indices");
        assertThat(comparison.at("/firstDifference/index").asString()).isEqualTo("SPX");
        assertThat(comparison.at("/firstDifference/right").isNull()).isTrue();
        assertThat(comparison.at("/firstDifference/cause/kinds").valueStream().map(JsonNode::asString))
                .containsExactly("REQUEST", "DATA");
    }
}
