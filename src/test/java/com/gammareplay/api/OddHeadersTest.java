package com.gammareplay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names and values that the firewall refuses only once they are read, which is after it has let the request in. */
@ServiceTest
class OddHeadersTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final Client client;
    private final RawHttp raw;

    @Autowired
    OddHeadersTest(@LocalServerPort int port) {
        client = new Client(port);
        raw = new RawHttp(port);
    }

    private String send(String line, String... headers) throws IOException {
        var head = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        List.of(headers).forEach(header -> head.append(header).append("\r\n"));
        return raw.send(head + "\r\n{}");
    }

    private static void assertBadRequest(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"code\":\"bad-request\"", "X-Request-Id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/queue?%01=1",
                "/api/v1/backtests?limit=1&a%7fb=2",
                "/api/v1/backtests/nothing?%C2%85=1",
                "/actuator/health?%01=1",
                "/actuator/health/liveness?%01=1",
                "/actuator/prometheus?%01=1",
            })
    void a_query_with_a_name_of_control_characters_is_refused(String path) throws IOException {
        assertBadRequest(send("GET " + path));
    }

    @Test
    void an_idempotency_key_with_control_characters_is_refused() throws IOException {
        assertBadRequest(send(
                "POST " + BACKTESTS,
                "Content-Type: application/json",
                "Content-Length: 2",
                "Idempotency-Key: \u00c3\u0089"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Last-Event-ID", "If-None-Match", "X-Other"})
    void a_header_with_control_characters_breaks_no_call(String name) throws IOException {
        var job = client.submit("{\"dataset\": \"demo\"}");
        client.awaitStatus(job, "SUCCEEDED");
        for (var path : List.of(
                BACKTESTS,
                job,
                job + "/result",
                job + "/trades",
                job + "/decisions",
                job + "/events",
                "/api/v1/sweeps/nothing/results",
                "/api/v1/sweeps/nothing/heatmap",
                "/nothing",
                "/actuator/health",
                "/v3/api-docs",
                "/swagger-ui/index.html")) {
            for (var value : List.of("\u00c3\u0089", "\u0080", "a\u009f")) {
                var answer = send("GET " + path, name + ": " + value);
                assertThat(answer).as(path).matches("(?s)HTTP/1.1 [234]\\d\\d.*");
                if (answer.startsWith("HTTP/1.1 4")) {
                    assertThat(answer).as(path).contains("application/problem+json");
                }
            }
        }
    }
}
