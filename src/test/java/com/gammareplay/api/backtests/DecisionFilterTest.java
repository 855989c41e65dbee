package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class DecisionFilterTest {

    private final FakeBacktests backtests;
    private final Client client;
    private String decisions = "";

    @Autowired
    DecisionFilterTest(FakeBacktests backtests, @LocalServerPort int port) {
        this.backtests = backtests;
        client = new Client(port);
    }

    @BeforeEach
    void a_job_has_ended() {
        backtests.behaveQuickly();
        var job = client.submit("{}");
        client.awaitStatus(job, "SUCCEEDED");
        decisions = job + "/decisions";
    }

    private List<String> sessions(String query) {
        return client.json(client.get(decisions + query))
                .path("items")
                .valueStream()
                .map(item -> item.path("session").asString())
                .toList();
    }

    @Test
    void filters_choose_decisions() {
        assertThat(sessions("?outcome=ENTERED")).containsExactly("2026-01-11");
        assertThat(sessions("?reason=NO_PIN")).containsExactly("2026-01-14", "2026-01-15");
        assertThat(sessions("?index=NDX")).containsExactly("2026-01-12", "2026-01-14");
        assertThat(sessions("?index=NDX&session=2026-01-14")).containsExactly("2026-01-14");
        assertThat(sessions("?outcome=ENTERED&index=NDX")).isEmpty();
        assertThat(sessions("?checkTime=10:00")).containsExactly("2026-01-11", "2026-01-12");
        assertThat(sessions("?checkTime=11:00&index=NDX")).containsExactly("2026-01-14");
        assertThat(sessions("?checkTime=12:00")).isEmpty();
    }

    @Test
    void pages_and_exports_are_filtered_too() {
        var first = client.json(client.get(decisions + "?outcome=SKIPPED&limit=3"));
        var next = first.path("next").asString();

        assertThat(first.path("items")).hasSize(3);
        assertThat(sessions("?outcome=SKIPPED&limit=3&cursor=" + next)).containsExactly("2026-01-15");
        assertThat(client.get(decisions + "?limit=3&cursor=" + next).statusCode())
                .isEqualTo(400);
        var csv = client.send(client.request(decisions + "?reason=VIX_FLOOR").header("Accept", "text/csv"));
        assertThat(csv.body().lines()).hasSize(3);
        var ndjson = client.send(client.request(decisions + "?index=SPX").header("Accept", "application/x-ndjson"));
        assertThat(ndjson.body().lines()).hasSize(3);
    }

    @Test
    void a_cursor_belongs_to_its_backtest() {
        var next = client.json(client.get(decisions + "?limit=3")).path("next").asString();

        a_job_has_ended();

        assertThat(client.get(decisions + "?limit=3&cursor=" + next).statusCode())
                .isEqualTo(400);
    }

    @Test
    void decisions_are_counted_by_reason() {
        assertThat(client.get(decisions + "?count=reason").body())
                .isEqualTo("{\"count\":\"reason\",\"counts\":[{\"value\":\"NO_PIN\",\"decisions\":2},"
                        + "{\"value\":\"VIX_FLOOR\",\"decisions\":2},{\"value\":null,\"decisions\":1}]}");
        assertThat(client.get(decisions + "?count=reason&index=SPX&outcome=SKIPPED")
                        .body())
                .isEqualTo("{\"count\":\"reason\",\"counts\":[{\"value\":\"NO_PIN\",\"decisions\":1},"
                        + "{\"value\":\"VIX_FLOOR\",\"decisions\":1}]}");
    }

    @Test
    void counts_are_there_as_json_only() {
        for (var form : List.of("text/csv", "application/x-ndjson", "text/csv;q=0, application/json;q=0")) {
            var counts = client.send(client.request(decisions + "?count=reason").header("Accept", form));
            assertThat(counts.statusCode()).as(form).isEqualTo(406);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=entered, /outcome, did you mean ENTERED?",
        "reason=VIX_FLOR, /reason, did you mean VIX_FLOOR?",
        "index=NDQ, /index, did you mean NDX?",
        "session=12-01-2026, /session, YYYY-MM-DD",
        "checkTime=, /checkTime, HH:MM",
        "checkTime=9:36, /checkTime, HH:MM",
        "checkTime=24:00, /checkTime, HH:MM",
        "checkTime=10:60, /checkTime, HH:MM",
        "checkTime=10:00:00, /checkTime, HH:MM",
        "checkTime=10:00Z, /checkTime, HH:MM",
        "checkTime=%D9%A1%D9%A0:%D9%A0%D9%A0, /checkTime, HH:MM",
        "checktime=10:00, /checktime, did you mean checkTime?",
        "count=reasons, /count, did you mean reason?",
        "reasons=NO_PIN, /reasons, did you mean reason?"
    })
    void a_wrong_value_is_refused_with_the_nearest_name(String query, String pointer, String message) {
        var response = client.get(decisions + "?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        var error = client.json(response).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("message").asString()).contains(message);
    }
}
