package com.gammareplay.jobs.paper;

import static com.gammareplay.jobs.paper.PaperService.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Paper sessions on the demo, over HTTP. */
class PaperSessionsTest {

    private static final String FAST =
            "{\"source\": \"demo\", \"speed\": 1000000, \"indices\": [\"SPX\"], \"label\": \"fast\"}";
    private static final String SLOW = "{\"source\": \"demo\", \"speed\": 1, \"indices\": [\"NDX\"]}";

    @TempDir
    static Path home;

    private static PaperService service;
    private static Client client;

    /** One that has lived through its day. */
    private static String finished;

    @BeforeAll
    static void start() {
        service = PaperService.start(home);
        client = service.client();
        finished = service.begin(FAST);
        service.awaitEnd(finished);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static JsonNode json(EventReader.Event event) {
        return JsonMapper.shared().readTree(event.data());
    }

    private static void stopped(String session) {
        client.post(session + "/stop", "");
        service.awaitEnd(session);
    }

    @Test
    void a_session_lives_through_its_day_and_is_shown() {
        var view = service.get(finished);

        assertThat(names(view))
                .containsExactly(
                        "id",
                        "status",
                        "label",
                        "request",
                        "source",
                        "speed",
                        "session",
                        "dataset",
                        "createdAt",
                        "finishedAt",
                        "error",
                        "time",
                        "tick",
                        "balance",
                        "equity",
                        "decisions",
                        "trades",
                        "openPositions",
                        "counts",
                        "lastProblem",
                        "warnings",
                        "links");
        assertThat(view.path("status").asString()).isEqualTo("FINISHED");
        assertThat(view.path("error").isNull()).isTrue();
        assertThat(view.path("session").asString()).isEqualTo("2025-11-24");
        assertThat(view.path("tick").asString()).isEqualTo("2025-11-24T21:00:00Z");
        assertThat(view.path("decisions").intValue()).isPositive();
        assertThat(view.path("trades").intValue()).isPositive();
        assertThat(view.path("openPositions")).isEmpty();
        assertThat(view.path("equity"))
                .isEqualTo(view.path("balance"))
                .isNotEqualTo(view.at("/request/startingBalance"));
        assertThat(view.at("/counts/ticksDecided").intValue()).isEqualTo(781);
        assertThat(view.path("warnings").toString()).contains("made up");
    }

    @Test
    void its_links_are_calls_that_exist() {
        var links = service.get(finished).path("links");

        assertThat(names(links)).containsExactly("self", "events", "stop", "dataset");
        assertThat(client.get(links.path("self").asString()).statusCode()).isEqualTo(200);
        assertThat(client.get(links.path("events").asString()).statusCode()).isEqualTo(204);
        assertThat(client.post(links.path("stop").asString(), "").statusCode()).isEqualTo(200);
        var dataset = client.json(client.get(links.path("dataset").asString()));
        assertThat(dataset.path("name")).isEqualTo(service.get(finished).path("dataset"));
        assertThat(dataset.path("synthetic").booleanValue()).isTrue();
    }

    @Test
    void the_replay_of_its_recording_decides_the_same() {
        var view = service.get(finished);
        var parity = service.parity(finished);

        assertThat(parity.path("identical").booleanValue()).isTrue();
        assertThat(parity.path("ticks").intValue()).isEqualTo(781);
        assertThat(parity.path("ticksSkipped").intValue()).isZero();
        assertThat(parity.path("decisions")).isEqualTo(view.path("decisions"));
        assertThat(parity.path("trades")).isEqualTo(view.path("trades"));
        assertThat(parity.path("firstDifference").isNull()).isTrue();
    }

    @Test
    void a_backtest_of_its_recording_has_the_same_trades() {
        var view = service.get(finished);
        var job = client.submit("{\"dataset\": " + view.path("dataset") + ", \"indices\": [\"SPX\"]}");
        client.awaitStatus(job, "SUCCEEDED");

        var trades = client.get(job + "/trades").body();

        try (var reader = EventReader.open(client, finished, "0")) {
            assertThat(reader.awaitClosed().trades())
                    .isNotEmpty()
                    .allSatisfy(trade -> assertThat(trades).contains(trade));
        }
        assertThat(client.get(job + "/trades.csv").body().lines())
                .hasSize(view.path("trades").intValue() + 1);
    }

    @Test
    void its_effective_request_is_accepted_again() {
        var request = service.get(finished).path("request");

        assertThat(names(request))
                .containsExactly(
                        "source", "date", "speed", "indices", "preset", "parameters", "startingBalance", "earlierPnl");
        assertThat(request.path("startingBalance").toString()).isEqualTo("25000.00");
        var again = service.begin(request.toString());
        assertThat(service.get(again).path("request")).isEqualTo(request);
        stopped(again);
    }

    @Test
    void events_are_told_after_the_end_to_who_missed_them() {
        var view = service.get(finished);
        var lines = view.path("decisions").intValue() + view.path("trades").intValue();
        try (var reader = EventReader.open(client, finished, "0")) {
            var events = reader.awaitClosed().events();
            assertThat(events.getFirst().name()).isEqualTo("state");
            assertThat(events)
                    .filteredOn(event -> event.name().equals("decision"))
                    .hasSize(view.path("decisions").intValue());
            assertThat(reader.trades()).hasSize(view.path("trades").intValue());
            assertThat(events.getLast().name()).isEqualTo("end");
            assertThat(events.getLast().id()).isEqualTo(lines + "-end");
            assertThat(json(events.getLast()).path("status").asString()).isEqualTo("FINISHED");
        }
        try (var reader = EventReader.open(client, finished, Integer.toString(lines - 1))) {
            assertThat(reader.awaitClosed().lasting())
                    .containsExactly("state " + (lines - 1), "trade " + lines, "end " + lines + "-end");
        }
        assertThat(client.send(client.request(finished + "/events").header("Last-Event-ID", lines + "-end"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void events_are_told_as_they_happen() {
        var session = service.begin("{\"source\": \"demo\", \"speed\": 3600, \"indices\": [\"NDX\"]}");
        try (var reader = EventReader.open(client, session)) {
            reader.awaitEvent("decision", "1");
            stopped(session);
            var events = reader.awaitClosed().events();

            assertThat(events.getFirst().name()).isEqualTo("state");
            assertThat(events).filteredOn(event -> event.name().equals("state")).hasSizeGreaterThan(2);
            assertThat(json(events.getLast()).path("status").asString()).isEqualTo("STOPPED");
        }
    }

    @Test
    void an_open_position_is_shown_with_its_levels() {
        var session = service.begin("{\"source\": \"demo\", \"speed\": 20000, \"indices\": [\"NDX\"]}");
        var view = service.await(session, now -> !now.path("openPositions").isEmpty());
        stopped(session);
        var position = view.path("openPositions").get(0);

        assertThat(names(position))
                .containsExactly(
                        "number",
                        "index",
                        "legs",
                        "entryTime",
                        "credit",
                        "contracts",
                        "quotedAt",
                        "mid",
                        "pnl",
                        "p",
                        "bestP",
                        "target",
                        "trailingLevel",
                        "stopLoss",
                        "emergencyStop",
                        "hold");
        assertThat(position.path("legs"))
                .isNotEmpty()
                .allSatisfy(leg -> assertThat(names(leg)).containsExactly("right", "strike", "side"));
        var profits = view.path("openPositions")
                .valueStream()
                .mapToDouble(open -> open.path("pnl").doubleValue())
                .sum();
        assertThat(view.path("equity").doubleValue())
                .isEqualTo(view.path("balance").doubleValue() + profits);
    }

    @Test
    void a_running_session_is_checked_over_what_it_has_decided() {
        var session = service.begin("{\"source\": \"demo\", \"speed\": 3600, \"indices\": [\"NDX\"]}");
        service.await(session, now -> now.path("decisions").intValue() > 0);
        var parity = service.parity(session);

        assertThat(parity.path("identical").booleanValue()).isTrue();
        assertThat(parity.path("decisions").intValue()).isPositive();
        assertThat(service.get(session).path("status").asString()).isEqualTo("RUNNING");
        stopped(session);
    }

    @Test
    void an_index_belongs_to_one_session_of_a_source() {
        var slow = service.begin(SLOW);
        var refused = client.post(PATH, "{\"source\": \"demo\", \"indices\": [\"SPX\", \"NDX\"]}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(client.json(refused).path("code").asString()).isEqualTo("index-in-use");
        assertThat(client.json(refused).path("detail").asString())
                .contains("NDX")
                .contains(PaperService.id(slow));

        var other = service.begin(FAST);
        assertThat(service.awaitEnd(other).path("status").asString()).isEqualTo("FINISHED");
        assertThat(service.get(slow).path("status").asString()).isEqualTo("RUNNING");
        stopped(slow);
        stopped(service.begin(SLOW));
    }

    @Test
    void a_session_is_stopped_once_and_then_deleted_with_its_recording() {
        var session = service.begin(SLOW);
        var dataset = service.get(session).path("dataset").asString();

        assertThat(client.delete(session).statusCode()).isEqualTo(409);
        assertThat(client.post(session + "/stop", "").statusCode()).isEqualTo(202);
        assertThat(service.awaitEnd(session).path("status").asString()).isEqualTo("STOPPED");
        assertThat(client.post(session + "/stop", "").statusCode()).isEqualTo(200);
        assertThat(home.resolve("recordings").resolve(dataset + ".db")).exists();

        assertThat(client.delete(session).statusCode()).isEqualTo(204);
        assertThat(client.get(session).statusCode()).isEqualTo(404);
        assertThat(client.delete(session).statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/datasets/" + dataset).statusCode()).isEqualTo(404);
        assertThat(home.resolve("recordings"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(dataset));
    }

    @Test
    void sessions_are_listed_page_by_page_the_newest_first() {
        var one = PaperService.id(service.begin(FAST));
        service.awaitEnd(PATH + "/" + one);
        var two = PaperService.id(service.begin(FAST));
        service.awaitEnd(PATH + "/" + two);

        var first = client.json(client.get(PATH + "?limit=1"));
        var second = client.json(
                client.get(PATH + "?limit=1&cursor=" + first.path("next").asString()));

        assertThat(first.at("/items/0/id").asString()).isEqualTo(two);
        assertThat(second.at("/items/0/id").asString()).isEqualTo(one);
        assertThat(first.at("/items/0/request/parameters")).isEmpty();
        assertThat(client.json(client.get(PATH))
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString()))
                .contains(PaperService.id(finished));
        assertThat(client.get(PATH + "?cursor=AAAA").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(client.get(PATH + "/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get(PATH + "/nothing/events").statusCode()).isEqualTo(404);
        assertThat(client.post(PATH + "/nothing/stop", "").statusCode()).isEqualTo(404);
        assertThat(client.delete(PATH + "/nothing").statusCode()).isEqualTo(404);
        var parity = client.post("/api/v1/parity-checks", "{\"paperSession\": \"nothing\"}");
        assertThat(client.json(parity).at("/errors/0/pointer").asString()).isEqualTo("/paperSession");
        assertThat(client.post("/api/v1/parity-checks", "{}").statusCode()).isEqualTo(400);
        assertThat(client.post("/api/v1/parity-checks", "{\"paperSesion\": \"x\"}")
                        .body())
                .contains("did you mean paperSession");
    }

    @Test
    void running_sessions_and_the_recorder_are_measured() {
        var slow = service.begin(SLOW);
        assertThat(client.get("/actuator/prometheus").body())
                .contains("gamma_paper_sessions 1.0")
                .contains("gamma_recorder_passes_total{kind=\"quotes\"} 0.0")
                .contains("gamma_recorder_passes_total{kind=\"snapshot\"} 0.0")
                .contains("gamma_recorder_gaps_total{kind=\"rate-limited\"} 0.0")
                .contains("gamma_recorder_gaps_total{kind=\"not-recorded\"} 0.0");
        stopped(slow);
    }

    @Test
    void without_a_recorder_there_is_one_that_is_off() {
        var recorder = client.json(client.get("/api/v1/recorder"));

        assertThat(names(recorder))
                .containsExactly(
                        "enabled",
                        "recording",
                        "dataset",
                        "source",
                        "indices",
                        "session",
                        "lastStamp",
                        "counts",
                        "lastProblem",
                        "bytes",
                        "retentionDays",
                        "nextSession");
        assertThat(recorder.path("enabled").booleanValue()).isFalse();
        assertThat(recorder.path("nextSession").isNull()).isTrue();
        assertThat(Files.exists(home.resolve("recordings/recorded.db"))).isFalse();
    }
}
