package com.gammareplay.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.RawHttp;
import com.gammareplay.api.ServiceTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service without keys, which serves this machine only. */
@ServiceTest
class AnonymousTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final Client client;
    private final RawHttp raw;
    private final int port;

    @Autowired
    AnonymousTest(@LocalServerPort int port) {
        this.port = port;
        client = new Client(port);
        raw = new RawHttp(port);
    }

    private String get(String host) throws IOException {
        return raw.send("GET /api/v1/strategies HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:8080", "[::1]:8080"})
    void names_of_this_machine_are_served(String host) throws IOException {
        assertThat(get(host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "10.0.0.1", "localhosts"
            })
    void a_name_that_was_bound_to_this_machine_by_somebody_else_is_not_served(String host) throws IOException {
        assertThat(get(host)).startsWith("HTTP/1.1 403").contains("host-not-allowed", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void the_root_leads_to_the_page_of_the_api(String method) {
        var response = client.send(client.request("/").method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(302);
        var page = response.headers().firstValue("Location").orElseThrow();
        assertThat(page).endsWith("/swagger-ui.html");
        assertThat(client.get(page.replaceFirst("http://[^/]*", "")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void nothing_else_is_done_at_the_root() {
        assertThat(client.post("/", "{}").statusCode()).isEqualTo(405);
    }

    /** Probes call by whatever address the service has for them. */
    @Test
    void health_is_answered_under_any_name() throws IOException {
        assertThat(raw.send("GET /actuator/health/liveness HTTP/1.1\r\nHost: 10.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_page_of_another_origin_can_neither_look_nor_do() {
        for (var origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
            var posted = client.send(client.request(BACKTESTS + "/x/cancel")
                    .header("Origin", origin)
                    .POST(BodyPublishers.noBody()));
            assertThat(posted.statusCode()).isEqualTo(403);
            assertThat(client.json(posted).path("code").asString()).isEqualTo("origin-not-allowed");
            assertThat(client.send(client.request(BACKTESTS).header("Origin", origin))
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void a_page_of_its_own_may_call() {
        var own = client.send(client.request(BACKTESTS).header("Origin", "http://127.0.0.1:" + port));

        assertThat(own.statusCode()).isEqualTo(200);
    }

    @Test
    void a_safe_request_id_is_kept_and_another_replaced() throws IOException {
        var kept = client.send(client.request("/nothing").header("X-Request-Id", "my-request_1.2"));
        assertThat(kept.headers().firstValue("X-Request-Id")).hasValue("my-request_1.2");
        assertThat(client.json(kept).path("requestId").asString()).isEqualTo("my-request_1.2");

        for (var unsafe : new String[] {"a b", "<x>", "a".repeat(101), "\"", "é"}) {
            var answer = raw.send("GET /api/v1/strategies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "X-Request-Id: " + unsafe + "\r\n\r\n");
            assertThat(answer).containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
        }
        assertThat(raw.send("nonsense\r\n\r\n")).containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
    }
}
