package com.gammareplay.api.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies of every call that takes one: plain UTF-8, and nothing that only looks like it. */
@ServiceTest
class BodyFormTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final List<String> CALLS = List.of(BACKTESTS, "/api/v1/sweeps");

    private final Client client;

    @Autowired
    BodyFormTest(@LocalServerPort int port) {
        client = new Client(port);
    }

    private HttpResponse<String> post(String path, byte[] body, String... headers) {
        var request = client.request(path).POST(BodyPublishers.ofByteArray(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    private void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(client.json(response).path("code").asString()).isEqualTo(code);
    }

    /** A label or the name of a field with some bytes in it. */
    private static Stream<byte[]> bodiesWith(String hex) {
        var bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        return Stream.of("{\"label\": \"a%sb\"}", "{\"label%s\": 1}", "{\"parameters\": {\"min%sCredit\": 1}}", "{}%s")
                .map(form -> form.formatted(bytes).getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "C1A1",
                "E080AF",
                "F08080AF",
                "FC80808080AF", // longer than need be
                "EDA080",
                "EDBFBF",
                "EDA080EDB080", // halves of surrogate pairs
                "80",
                "BF",
                "C3",
                "E282",
                "F09F92", // parts of characters
                "F4908080",
                "F5808080",
                "FE",
                "FF" // beyond Unicode
            })
    void a_body_that_is_no_utf_8_is_refused_wherever_the_bytes_are(String hex) {
        for (var call : CALLS) {
            bodiesWith(hex).forEach(body -> {
                var response = post(call, body, "Content-Type", "application/json");
                assertRefused(response, 400, "malformed-json");
                assertThat(client.json(response).path("detail").asString()).isEqualTo("The body is not valid UTF-8.");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "UTF-32"})
    void a_body_in_another_form_of_unicode_is_refused(String charset) {
        for (var call : CALLS) {
            for (var json : List.of("{}", " {\"label\": \"a\"}", "[1]", "1")) {
                var body = json.getBytes(Charset.forName(charset));
                assertRefused(post(call, body, "Content-Type", "application/json"), 400, "malformed-json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "utf-16", "us-ascii", "\"UTF-32\"", "windows-1252", "nothing-known"})
    void another_charset_is_refused_by_its_name(String charset) {
        for (var call : CALLS) {
            var response = post(
                    call,
                    "{}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json; charset=" + charset);
            assertRefused(response, 415, "unsupported-media-type");
            assertThat(response.headers().firstValue("Accept").orElseThrow()).contains("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=utf-8", "Application/JSON; Charset=\"UTF-8\""})
    void text_in_utf_8_is_kept_as_it_is(String type) {
        var label = "pin \u00e9\u20ac\ud83d\udc92";
        var response = post(
                BACKTESTS, ("{\"label\": \"" + label + "\"}").getBytes(StandardCharsets.UTF_8), "Content-Type", type);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(client.json(response).path("label").asString()).isEqualTo(label);
    }

    @Test
    void a_mark_of_the_byte_order_of_utf_8_is_passed_over() {
        var body = "\uFEFF{\"label\": \"marked\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(post(BACKTESTS, body, "Content-Type", "application/json").statusCode())
                .isEqualTo(202);
        assertRefused(
                post(BACKTESTS, "\uFEFF\uFEFF{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json"),
                400,
                "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "x-gzip", "identity, gzip", "nonsense"})
    void an_encoded_body_is_refused_before_it_is_read(String encoding) {
        for (var call : CALLS) {
            var response = post(
                    call,
                    HexFormat.of().parseHex("1f8b0800000000000003"),
                    "Content-Type",
                    "application/json",
                    "Content-Encoding",
                    encoding);
            assertRefused(response, 415, "unsupported-media-type");
            assertThat(response.headers().firstValue("Accept-Encoding")).hasValue("identity");
        }
    }

    @ParameterizedTest
    @CsvSource({"identity", "Identity", "'identity, identity'"})
    void a_body_that_is_said_not_to_be_encoded_is_taken(String encoding) {
        var response = post(
                BACKTESTS,
                "{}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                encoding);

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void one_header_among_several_is_enough() {
        var response = post(
                BACKTESTS,
                "{}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "identity",
                "Content-Encoding",
                "gzip");

        assertRefused(response, 415, "unsupported-media-type");
    }
}
