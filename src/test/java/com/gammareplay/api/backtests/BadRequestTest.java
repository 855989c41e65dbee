package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.RawHttp;
import com.gammareplay.api.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class BadRequestTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final int MIB = 1 << 20;

    private final Client client;
    private final RawHttp raw;

    @Autowired
    BadRequestTest(@LocalServerPort int port) {
        raw = new RawHttp(port);
        client = new Client(port);
    }

    private void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = client.json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("urn:gamma-replay:problem:" + code);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).isEqualTo(response.uri().getRawPath());
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(problem.path("requestId").asString())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(response.body()).doesNotContain("Exception", "tools.jackson", "org.", "java.", "gammareplay.");
    }

    @Test
    void mistakes_of_fields_and_of_values_are_named_together() {
        var response = client.post(BACKTESTS, """
                {"datset": 1, "label": 7, "parameters": {"minCredt": 1, "step": 0, "stopLoss": "x"}}""");

        assertProblem(response, 400, "invalid-request");
        assertThat(client.json(response).path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/datset", "/label", "/parameters/minCredt", "/parameters/step", "/parameters/stopLoss");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"datset": "demo"}                           | /datset            | did you mean dataset?
            {"callbackUrl": 7}                           | /callbackUrl       | must be a text
            {"callbackUrl": "https://example.org/"}      | /callbackUrl       | this service has no secret
            {"callbackurl": "https://example.org/"}      | /callbackurl       | did you mean callbackUrl?
            {"stopLoss": -0.2}                           | /stopLoss          | did you mean parameters/stopLoss?
            {"minCredt": 1}                              | /minCredt          | did you mean parameters/minCredit?
            {"a/b~c": 1}                                 | /a~1b~0c           | unknown field
            {"dataset": "nowhere"}                       | /dataset           | unknown dataset
            {"dataset": 7}                               | /dataset           | must be a text
            {"indices": "SPX"}                           | /indices           | must be a list of texts
            {"databaseZone": 7}                          | /databaseZone      | must be a text
            {"databasezone": "UTC"}                      | /databasezone      | did you mean databaseZone?
            {"indices": [1]}                             | /indices/0         | must be a text
            {"parameters": []}                           | /parameters        | must be an object
            {"parameters": {"minCredt": 1}}              | /parameters/minCredt | did you mean minCredit?
            {"parameters": {"step": "7"}}                | /parameters/step   | must be a whole number
            {"parameters": {"step": 1.9}}                | /parameters/step   | must be a whole number
            {"parameters": {"minCredit": 1e999}}         | /parameters/minCredit | must be a finite number
            {"parameters": {"minCredit": 1e999999999}}   | /parameters/minCredit | must be a finite number
            {"startingBalance": "1"}                     | /startingBalance   | must be a finite number
            {"startingBalance": -1e400}                  | /startingBalance   | must be a finite number
            {"requireCoverage": true}                    | /requireCoverage   | must be a finite number
            {"label": 1}                                 | /label             | must be a text
            {"label": "a\\u0000b"}                       | /label             | control characters
            {"label": "\\ud800"}                         | /label             | surrogate
            {"tags": "a"}                                | /tags              | must be a list of texts
            {"tags": [["a"]]}                            | /tags/0            | must be a text
            {"tags": [" "]}                              | /tags/0            | must not be blank
            []                                           | ``                 | must be a JSON object
            null                                         | ``                 | must be a JSON object
            """)
    void a_field_that_is_wrong_is_pointed_at(String body, String pointer, String message) {
        var response = client.post(BACKTESTS, body);

        assertProblem(response, 400, "invalid-request");
        var error = client.json(response).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("message").asString()).contains(message);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        var response = client.post(
                BACKTESTS, "{\"dataset\": 1, \"from\": 2, \"label\": \"%s\", \"x\": 0}".formatted("é".repeat(201)));

        assertThat(client.json(response)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/dataset", "/from", "/label", "/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            backtests | {%s}                                      | "unknown_%d":1
            backtests | {"parameters":{%s}}                       | "unknown_%d":1
            backtests | {"parameters":{"step":0,%s},"from":1,%s}  | "minCredit%d":1
            backtests | {"indices":[%s]}                          | %d
            backtests | {"tags":[%s]}                             | %d
            sweeps    | {"base":{},%s}                            | "unknown_%d":1
            sweeps    | {"base":{"parameters":{%s}}}              | "unknown_%d":1
            sweeps    | {"base":{},"grid":{%s}}                   | "unknown_%d":[1]
            sweeps    | {"base":{},"ranges":{"step":{%s}}}        | "unknown_%d":1
            """)
    void of_very_many_mistakes_a_hundred_are_named(String kind, String form, String mistake) {
        var mistakes = IntStream.range(0, 20_000).mapToObj(mistake::formatted).collect(Collectors.joining(","));

        var response = client.post("/api/v1/" + kind, form.replace("%s", mistakes));

        assertProblem(response, 400, "invalid-request");
        assertThat(client.json(response).path("errors").size()).isEqualTo(100);
        assertThat(client.json(response).path("detail").asString()).isEqualTo("The request has 100 problems or more.");
    }

    @Test
    void too_many_and_too_long_tags_are_refused() {
        var tags = "\"%s\",".formatted("a".repeat(51)).repeat(20) + "\"b\"";
        var response = client.post(BACKTESTS, "{\"tags\": [" + tags + "]}");

        assertThat(client.json(response)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .contains("/tags/0", "/tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{]",
                "nul",
                "{\"dataset\": \"demo\"} x",
                "{\"dataset\": \"demo\", \"dataset\": \"demo\"}",
                "{\"parameters\": {\"step\": 30, \"step\": 31}}",
                "{'dataset': 'demo'}",
                "{\"startingBalance\": NaN}",
                "{\"startingBalance\": 01}",
                "// no\n{}",
                "{\"label\": \"a\nb\"}"
            })
    void a_body_that_is_no_json_is_refused(String body) {
        assertProblem(client.post(BACKTESTS, body), 400, "malformed-json");
    }

    @Test
    void deep_nesting_and_endless_numbers_are_refused() {
        assertProblem(client.post(BACKTESTS, "[".repeat(100_000)), 400, "malformed-json");
        assertProblem(
                client.post(BACKTESTS, "{\"parameters\":" + "{\"a\":".repeat(1000) + "1" + "}".repeat(1001)),
                400,
                "malformed-json");
        assertProblem(
                client.post(BACKTESTS, "{\"startingBalance\": " + "9".repeat(100_000) + "}"), 400, "malformed-json");
    }

    @Test
    void json_may_nest_32_deep() {
        assertThat(client.json(client.post(BACKTESTS, nested(32))).path("code").asString())
                .isEqualTo("invalid-request");
        assertProblem(client.post(BACKTESTS, nested(33)), 400, "malformed-json");
    }

    private static String nested(int depth) {
        return "{\"parameters\":" + "{\"a\":".repeat(depth - 1) + "1" + "}".repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999999", "1.0e-2147483647", "-1e9999999999"})
    void an_exponent_that_no_number_can_have_is_refused(String number) {
        for (var field : List.of("\"startingBalance\": ", "\"parameters\": {\"minCredit\": ")) {
            var body = "{" + field + number + (field.contains("{") ? "}}" : "}");
            assertProblem(client.post(BACKTESTS, body), 400, "malformed-json");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                | The body ends before its JSON does at line 1, column 2.
            {"a": "b         | The body ends before its JSON does at line 1, column 9.
            {"a": [1,        | The body ends before its JSON does at line 1, column 10.
            {} {}            | The body goes on after its JSON at line 1, column 4.
            {"a": 1, "a": 2} | The body has the field a twice at line 1, column 13.
            {"a": NaN}       | The body is not valid JSON at line 1, column 10, where it has NaN.
            {"a": True}      | The body is not valid JSON at line 1, column 7, where it has True.
            {"a": +1}        | The body is not valid JSON at line 1, column 8, where it has +.
            {"a": 1,}        | The body is not valid JSON at line 1, column 9, where it has }.
            {a: 1}           | The body is not valid JSON at line 1, column 2, where it has a.
            {]               | The body is not valid JSON at line 1, column 2, where it has ].
            {"a": 01}        | The body is not valid JSON at line 1, column 8.
            // no            | The body is not valid JSON at line 1, column 1, where it has /.""")
    void why_it_is_no_json_is_said_in_plain_words(String body, String detail) {
        assertThat(refusal(body)).isEqualTo(detail);
    }

    private String refusal(String body) {
        var response = client.post(BACKTESTS, body);
        assertProblem(response, 400, "malformed-json");
        return client.json(response).path("detail").asString();
    }

    @Test
    void what_is_too_much_for_json_is_told_from_what_is_none() {
        var tooMuch = "The body nests deeper than 32 levels, or has a number or a name that is too long.";
        for (var body :
                List.of(nested(33), "{\"a\": " + "9".repeat(1001) + "}", "{\"" + "a".repeat(60_000) + "\": 1}")) {
            assertThat(refusal(body)).isEqualTo(tooMuch);
        }
        assertThat(refusal("a".repeat(300))).isEqualTo("The body is not valid JSON at line 1, column 1.");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        var body = "{\"label\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        var response = client.send(client.request(BACKTESTS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));

        assertProblem(response, 400, "malformed-json");
    }

    @Test
    void a_body_over_the_limit_is_refused_announced_or_not() {
        var body = ("{\"label\": \"" + "x".repeat(MIB) + "\"}").getBytes(StandardCharsets.UTF_8);
        var announced = client.request(BACKTESTS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        var chunked = client.request(BACKTESTS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertProblem(client.send(announced), 413, "body-too-large");
        assertProblem(client.send(chunked), 413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, not-found",
        "POST, /nothing, 404, not-found",
        "GET, /api/v1/backtests/, 404, not-found",
        "GET, /api/v1/backtests/nothing, 404, not-found",
        "GET, /api/v1/backtests/%00, 400, bad-request",
        "GET, /api/v1/backtests/nothing/result, 404, not-found",
        "GET, /api/v1/backtests/nothing/equity, 404, not-found",
        "GET, /api/v1/backtests/nothing/events, 404, not-found",
        "POST, /api/v1/backtests/nothing/cancel, 404, not-found",
        "DELETE, /api/v1/backtests/nothing, 404, not-found",
        "GET, /api/v1/datasets/nothing, 404, not-found",
        "GET, /api/v1/queues, 404, not-found",
        "PUT, /api/v1/backtests, 405, method-not-allowed",
        "DELETE, /api/v1/strategies, 405, method-not-allowed",
        "PROPFIND, /api/v1/datasets, 405, method-not-allowed",
        "GET, /api/v1/backtests?limit=0, 400, invalid-request",
        "GET, /api/v1/backtests?limit=1001, 400, invalid-request",
        "GET, /api/v1/backtests?limit=x, 400, invalid-request",
        "GET, /api/v1/backtests?limit=99999999999, 400, invalid-request",
        "GET, /api/v1/backtests?cursor=x, 400, invalid-request",
        "GET, /api/v1/backtests?cursor=__________8, 400, invalid-request"
    })
    void a_call_that_cannot_be_served_is_a_problem(String method, String path, int status, String code) {
        var response = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        if (path.contains("%00")) { // refused by the server before it has a path
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(client.json(response).path("code").asString()).isEqualTo(code);
        } else {
            assertProblem(response, status, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/backtests",
        "POST, /api/v1/backtests",
        "GET, /api/v1/backtests/nothing",
        "DELETE, /api/v1/backtests/nothing",
        "POST, /api/v1/backtests/nothing/cancel",
        "GET, /api/v1/backtests/nothing/result",
        "GET, /api/v1/backtests/nothing/trades",
        "GET, /api/v1/backtests/nothing/decisions",
        "GET, /api/v1/backtests/nothing/deliveries",
        "GET, /api/v1/backtests/nothing/events",
        "GET, /api/v1/sweeps",
        "GET, /api/v1/sweeps/nothing/results",
        "GET, /api/v1/sweeps/nothing/heatmap",
        "GET, /api/v1/datasets",
        "POST, /api/v1/datasets/nothing/prepare",
        "GET, /api/v1/strategies",
        "GET, /api/v1/queue"
    })
    void an_unknown_query_parameter_is_refused_by_every_call(String method, String path) {
        var response = client.send(client.request(path + "?a.b=1&a.b=2")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));

        assertProblem(response, 400, "invalid-request");
        assertThat(client.json(response).path("errors").toString())
                .isEqualTo("[{\"pointer\":\"/a.b\",\"message\":\"unknown parameter\"}]");
    }

    @Test
    void what_is_not_a_query_of_the_api_is_not_looked_at() {
        var form = client.send(client.request(BACKTESTS + "/nothing/cancel")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));

        assertProblem(form, 404, "not-found");
        assertThat(client.get("/v3/api-docs?a=b").statusCode()).isEqualTo(200);
        assertThat(client.get("/actuator/health?a=b").statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_parameter_that_is_given_twice_is_refused() {
        var response = client.get(BACKTESTS + "?limit=1&limit=2&status=FAILED");

        assertProblem(response, 400, "invalid-request");
        assertThat(client.json(response).path("errors").toString())
                .isEqualTo("[{\"pointer\":\"/limit\",\"message\":\"must be given once\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "x"
    })
    void another_type_of_body_is_refused(String type) {
        var response = client.send(
                client.request(BACKTESTS).header("Content-Type", type).POST(BodyPublishers.ofString("a=b")));

        assertProblem(response, 415, "unsupported-media-type");
    }

    @Test
    void a_refusal_says_what_would_be_accepted() {
        var method = client.send(client.request(BACKTESTS).PUT(BodyPublishers.noBody()));
        var type = client.send(
                client.request(BACKTESTS).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));

        assertThat(method.headers().firstValue("Allow").orElseThrow().split(", ?"))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
        assertThat(type.headers().firstValue("Accept").orElseThrow()).contains("application/json");
        assertThat(client.json(type).path("detail").asString()).isEqualTo("The body must be application/json.");
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/xml", "x", "text/csv"})
    void a_form_that_is_not_there_is_refused(String type) {
        assertProblem(client.send(client.request(BACKTESTS).header("Accept", type)), 406, "not-acceptable");
    }

    @Test
    void json_in_another_charset_is_refused() {
        var accept = "application/json;charset=latin1";
        assertProblem(client.send(client.request(BACKTESTS).header("Accept", accept)), 406, "not-acceptable");
    }

    @Test
    void head_and_options_are_answered_without_a_body() {
        var head = client.send(client.request(BACKTESTS).HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        var options = client.send(client.request(BACKTESTS).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
        var missing = client.send(client.request(BACKTESTS + "/nothing").HEAD());
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/backtests?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1/back<tests HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%c0%ae HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET //api/v1/queue HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "CONNECT / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /api/v1/backtests HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /api/v1/backtests HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\nzz\r\n"
            })
    void what_the_server_itself_refuses_shows_nothing_internal(String request) throws IOException {
        var response = raw.send(request);

        assertThat(response).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(response).doesNotContain("Exception", "at org", "Tomcat", "<html");
        assertThat(response).contains("application/problem+json");
        assertHeadersForBrowsers(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/backtests/%zz", "/api/v1/backtests/%c0%ae", "/%ff", "/a%"})
    void a_path_that_cannot_be_decoded_is_named(String path) throws IOException {
        assertThat(raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("\"code\":\"bad-request\"", "\"detail\":\"The path cannot be decoded.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: x", "Transfer-Encoding: x"})
    void what_else_is_wrong_is_not_said_of_the_path(String header) throws IOException {
        assertThat(raw.send("POST /%41 HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n"))
                .contains("HTTP/1.1 ")
                .doesNotContain("The path cannot be decoded.");
    }

    private static void assertHeadersForBrowsers(String response) {
        assertThat(response)
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: no-referrer",
                        "Content-Security-Policy: default-src 'self';",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "Cache-Control: no-store");
    }

    @Test
    void a_path_and_a_header_without_end_are_refused() throws IOException {
        for (var request : List.of(
                "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(100_000) + "\r\n\r\n")) {
            var response = raw.send(request);
            assertThat(response).matches("(?s)HTTP/1.1 4\\d\\d .*problem.json.*");
            assertHeadersForBrowsers(response);
        }
    }
}
