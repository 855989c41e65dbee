package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.marketdata.sqlite.SyntheticRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What the service says of how well a recording was recorded, against a recount; on one with everything wrong in it. */
class CoverageTest {

    private static final String COVERAGE = "/api/v1/datasets/rec/coverage";
    private static final List<LocalDate> DATES = Stream.of("2026-01-15", "2026-01-16", "2026-01-20")
            .map(LocalDate::parse)
            .toList();

    /** SPX is sparse, a session breaks off after an hour, and single rows are wrong in every way. */
    private static final List<String> HARM = List.of(
            "delete from options_prices_live where index_symbol = 'SPX' and (strftime('%s', timestamp) / 31) % 8 <> 0",
            "delete from options_prices_live where timestamp > '2026-01-20 15:31:00'",
            "delete from options_prices_live where timestamp between '2026-01-15 17:00:00' and '2026-01-15 17:11:00'",
            "update options_prices_live set ask = null where id % 97 = 0",
            "update options_prices_live set ask = 0 where id % 101 = 0",
            "update options_prices_live set bid = -1 where id % 109 = 0",
            "update options_prices_live set bid = ask + 1 where id % 103 = 0 and ask > 0",
            "update options_prices_live set option_type = 'both' where id % 1009 = 0",
            "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask)"
                    + " select timestamp, index_symbol, strike, option_type, bid, ask from options_prices_live"
                    + " where id % 107 = 0",
            "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask)"
                    + " select '2026-01-16 14:29:10', index_symbol, strike, option_type, bid, ask from"
                    + " options_prices_live where timestamp = (select min(timestamp) from options_prices_live)",
            "insert into options_prices_live(timestamp, index_symbol, strike, option_type, bid, ask)"
                    + " values ('2026-01-16 21:00:01', 'NDX', 25000, 'call', 1, 2)",
            "update gex_peaks set timestamp = datetime(timestamp, '-200 seconds')"
                    + " where index_symbol = 'SPX' and time(timestamp) between '15:50:00' and '16:10:00'",
            "delete from gex_peaks where timestamp between '2026-01-20 14:50:00' and '2026-01-20 15:10:00'",
            "update options_snapshots set expiration = '2026-01-17' where id % 5 = 0");

    @TempDir
    static Path root;

    private static ConfigurableApplicationContext service;
    private static Client client;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var data = Files.createDirectory(root.resolve("data"));
        new SyntheticRecordings().write(recording(), false, DATES.getFirst(), DATES.size(), 7, (_, _) -> {});
        Files.writeString(data.resolve("text.db"), "this is no recording");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + recording());
                var statement = connection.createStatement()) {
            for (var harm : HARM) {
                assertThat(statement.executeUpdate(harm)).as(harm).isPositive();
            }
        }
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.home=" + root.resolve("home"),
                "--gamma.data-dir=" + data,
                "--gamma.prepare.enabled=false");
        client = new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Path recording() {
        return root.resolve("data").resolve("rec.db");
    }

    private static JsonNode coverage(String query) {
        var answer = client.get(COVERAGE + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return client.json(answer);
    }

    @Test
    void every_number_is_that_of_a_recount() throws SQLException {
        var coverage = coverage("");

        assertThat(coverage.path("sessions")
                        .valueStream()
                        .map(session -> session.path("session").asString()))
                .containsExactly("2026-01-15", "2026-01-16", "2026-01-20");
        try (var recount = new CoverageRecount(recording())) {
            for (var session : coverage.path("sessions")) {
                assertThat(session.path("status").asString()).isEqualTo("RECORDED");
                assertThat(session.path("coverage")
                                .valueStream()
                                .map(index -> index.path("index").asString()))
                        .containsExactly("SPX", "NDX");
                for (var index : session.path("coverage")) {
                    assertThat(CoverageRecount.told(index))
                            .isEqualTo(recount.counts(
                                    date(session), index.path("index").asString()));
                }
            }
        }
        assertThat(counted(coverage))
                .allSatisfy((field, count) -> assertThat(count).as(field).isPositive());
    }

    private static LocalDate date(JsonNode session) {
        return LocalDate.parse(session.path("session").asString());
    }

    /** Sums of what the harm must show in. */
    private static Map<String, Long> counted(JsonNode coverage) {
        var sums = new TreeMap<String, Long>();
        for (var session : coverage.path("sessions")) {
            for (var index : session.path("coverage")) {
                for (var field : List.of(
                        "staleTicks",
                        "gaps",
                        "longestGap",
                        "nullQuotes",
                        "badQuotes",
                        "crossedQuotes",
                        "duplicateQuotes",
                        "outsideHours",
                        "badContracts",
                        "otherExpirations",
                        "missingChecks")) {
                    sums.merge(field, index.path(field).asLong(), Long::sum);
                }
            }
        }
        return sums;
    }

    @Test
    void gaps_are_shown_with_their_ends_the_longest_first() {
        var gaps = coverage("?index=NDX&from=2026-01-20&to=2026-01-20").at("/sessions/0/coverage/0/longestGaps");

        assertThat(gaps.get(0).path("until").asString()).isEqualTo("2026-01-20T21:00:00Z");
        assertThat(gaps.get(0).path("from").asString()).startsWith("2026-01-20T15:30:");
        assertThat(gaps.valueStream().map(gap -> -gap.path("seconds").asLong()))
                .isSorted()
                .hasSizeLessThan(6);
    }

    @Test
    void suggestions_are_the_least_limits_that_a_recount_finds_for_the_sparsest_index() throws SQLException {
        var suggestions = coverage("").path("suggestions");

        try (var recount = new CoverageRecount(recording())) {
            var age = Math.max(recount.distance(DATES, "SPX"), recount.distance(DATES, "NDX"));
            assertThat(age).isBetween(200L, 900L);
            assertThat(suggestions.at("/maxQuoteAge/value").asLong()).isEqualTo(age);
            assertThat(suggestions.at("/maxQuoteAge/reason").asString())
                    .contains(seen(recount, age) + " % of the ticks", "with 90 s " + seen(recount, 90) + " %");
            var covered = DATES.subList(0, 2);
            var before = Math.max(recount.before(covered, "SPX"), recount.before(covered, "NDX"));
            assertThat(before).isBetween(91L, 200L);
            assertThat(suggestions.at("/snapshotBefore/value").asLong()).isEqualTo(before);
            assertThat(suggestions.at("/snapshotBefore/reason").asString())
                    .isEqualTo("32 of 32 checks find a peak snapshot within " + before
                            + " s, 30 of 32 checks within 90 s");
        }
        assertThat(suggestions.at("/requireCoverage/value").toString()).isEqualTo("0.5");
        assertThat(suggestions.at("/requireCoverage/reason").asString()).startsWith("leaves out 1 of 3 sessions");
    }

    private static long seen(CoverageRecount recount, long limit) throws SQLException {
        var seen = 0L;
        var all = 0L;
        for (var date : DATES) {
            for (var index : List.of("SPX", "NDX")) {
                var ticks = recount.seen(date, index, limit);
                seen += ticks[0];
                all += ticks[1];
            }
        }
        return 100 * seen / all;
    }

    @Test
    void what_is_suggested_does_what_it_says() {
        var suggestions = coverage("").path("suggestions");
        var job = client.submit("""
                {"dataset": "rec", "requireCoverage": %s, "parameters": {"maxQuoteAge": %s, "snapshotBefore": %s}}""".formatted(
                        suggestions.at("/requireCoverage/value"),
                        suggestions.at("/maxQuoteAge/value"),
                        suggestions.at("/snapshotBefore/value")));
        client.awaitStatus(job, "SUCCEEDED");
        var sessions = client.json(client.get(job + "/sessions")).path("items");

        assertThat(sessions.valueStream().map(session -> session.path("status").asString()))
                .containsExactly("TRADED", "TRADED", "HOLIDAY", "EXCLUDED");
        for (var session : List.of(sessions.get(0), sessions.get(1))) {
            assertThat(session.path("coverage").findValuesAsString("missingChecks"))
                    .containsOnly("0");
        }
        assertThat(sessions.get(3).path("coverage").findValues("missingChecks"))
                .hasSize(2)
                .allMatch(JsonNode::isNull);
    }

    @Test
    void an_index_alone_has_suggestions_of_its_own() {
        var dense = coverage("?index=NDX&to=2026-01-16").path("suggestions");

        for (var suggestion : dense) {
            assertThat(suggestion.path("value").isNull()).isTrue();
            assertThat(suggestion.path("reason").asString()).startsWith("not needed: ");
        }
    }

    @Test
    void a_session_without_data_says_so() {
        var coverage = coverage("?from=2026-01-14&to=2026-01-15&databaseZone=UTC");

        assertThat(coverage.path("from").asString()).isEqualTo("2026-01-14");
        assertThat(coverage.at("/sessions/0/status").asString()).isEqualTo("NO_DATA");
        assertThat(coverage.at("/sessions/0/coverage/0/staleTicks").asInt()).isEqualTo(781);
        assertThat(coverage.at("/sessions/0/coverage/0/longestGap").asInt()).isEqualTo(23_400);
        assertThat(coverage.at("/sessions/1/status").asString()).isEqualTo("RECORDED");
    }

    @Test
    void another_zone_moves_what_is_recorded() {
        var coverage = coverage("?databaseZone=America/New_York&from=2026-01-15&to=2026-01-15&index=NDX");

        assertThat(coverage.path("databaseZone").asString()).isEqualTo("America/New_York");
        assertThat(coverage.at("/sessions/0/coverage/0/outsideHours").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?index=spx                       | /index        | must be one of those that the dataset has: SPX, NDX
            ?from=2026-1-15                  | /from         | 2026-1-15 is no date, write 2026-01-15
            ?from=2026-01-16&to=2026-01-15   | /to           | must not be before 2026-01-16, was 2026-01-15
            ?from=2026-01-17&to=2026-01-18   | /from         | there is no session
            ?from=2019-01-01                 | /from         | must be from 2020-01-01
            ?from=2024-01-02&to=2026-01-15   | /to           | the range must have at most 400 sessions
            ?databaseZone=Mars               | /databaseZone | must be a zone id
            ?zone=UTC                        | /zone         | unknown parameter
            """)
    void a_mistake_is_named(String query, String pointer, String message) {
        var answer = client.get(COVERAGE + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = client.json(answer);
        assertThat(problem.path("code").asString()).isEqualTo("invalid-request");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/message").asString()).startsWith(message);
    }

    @Test
    void all_mistakes_are_named_at_once() {
        var problem = client.json(client.get(COVERAGE + "?index=DAX&databaseZone=Mars&from=x&to=y"));

        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactly("/index", "/databaseZone", "/from", "/to");
    }

    @Test
    void what_is_not_there_and_what_cannot_be_read_has_none() {
        var unknown = client.get("/api/v1/datasets/nothing/coverage");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(client.json(unknown).path("detail").asString()).isEqualTo("There is no such dataset.");
        var unreadable = client.get("/api/v1/datasets/text/coverage");
        assertThat(unreadable.statusCode()).isEqualTo(409);
        assertThat(client.json(unreadable).path("code").asString()).isEqualTo("dataset-unreadable");
    }

    @Test
    void the_sessions_of_a_backtest_are_those_of_its_result_and_the_holidays_between() throws SQLException {
        var job = client.submit("{\"dataset\": \"rec\", \"from\": \"2026-01-14\", \"to\": \"2026-01-20\"}");
        client.awaitStatus(job, "SUCCEEDED");
        var result = client.json(client.get(job + "/result"));
        var items = client.json(client.get(job + "/sessions")).path("items");

        assertThat(items.valueStream()
                        .map(item -> item.path("session").asString() + " "
                                + item.path("status").asString()))
                .containsExactly(
                        "2026-01-14 NO_DATA",
                        "2026-01-15 TRADED",
                        "2026-01-16 TRADED",
                        "2026-01-19 HOLIDAY",
                        "2026-01-20 TRADED");
        assertThat(items.get(3).toString())
                .isEqualTo("{\"session\":\"2026-01-19\",\"status\":\"HOLIDAY\",\"trades\":0,\"pnl\":0.00,"
                        + "\"note\":\"Martin Luther King Jr. Day\",\"coverage\":[]}");
        var sessions = List.of(items.get(0), items.get(1), items.get(2), items.get(4));
        for (var number = 0; number < sessions.size(); number++) {
            var stored = result.path("sessions").get(number).toString();
            assertThat(sessions.get(number).toString().replaceAll(",\"missingChecks\":(\\d+|null)", ""))
                    .isEqualTo(stored);
        }
        missingChecksAreThoseOfTheDecisions(job, sessions);
        countsAreThoseOfARecount(sessions.subList(1, 4));
    }

    private static void missingChecksAreThoseOfTheDecisions(String job, List<JsonNode> sessions) {
        var sum = 0;
        for (var session : sessions) {
            for (var index : session.path("coverage")) {
                var decisions = client.json(client.get(job + "/decisions?reason=NO_GEX_SNAPSHOT&session="
                        + session.path("session").asString() + "&index="
                        + index.path("index").asString()));
                var isTraded = session.path("status").asString().equals("TRADED");
                assertThat(index.path("missingChecks").toString())
                        .isEqualTo(
                                isTraded
                                        ? String.valueOf(decisions.path("items").size())
                                        : "null");
                sum += decisions.path("items").size();
            }
        }
        assertThat(sum).isPositive();
    }

    private static void countsAreThoseOfARecount(List<JsonNode> sessions) throws SQLException {
        try (var recount = new CoverageRecount(recording())) {
            for (var session : sessions) {
                for (var index : session.path("coverage")) {
                    var counts =
                            recount.counts(date(session), index.path("index").asString());
                    var told = CoverageRecount.told(index);
                    for (var elsewhere : List.of("checks", "longestGaps", "missingChecks")) {
                        counts.remove(elsewhere);
                        told.remove(elsewhere);
                    }
                    assertThat(told).isEqualTo(counts);
                }
            }
        }
    }

    @Test
    void a_range_may_begin_with_a_holiday_and_sessions_that_were_not_looked_at_have_no_coverage() {
        var job = client.submit("{\"dataset\": \"rec\", \"from\": \"2026-01-19\", \"to\": \"2026-01-20\","
                + " \"parameters\": {\"excludedDates\": [\"2026-01-20\"]}}");
        client.awaitStatus(job, "SUCCEEDED");
        var items = client.json(client.get(job + "/sessions")).path("items");

        assertThat(items.findValuesAsString("status")).containsExactly("HOLIDAY", "EXCLUDED");
        assertThat(items.get(1).path("coverage").toString()).isEqualTo("[]");
    }

    @Test
    void a_backtest_that_is_not_there_has_no_sessions() {
        assertThat(client.get("/api/v1/backtests/nothing/sessions").statusCode())
                .isEqualTo(404);
    }
}
