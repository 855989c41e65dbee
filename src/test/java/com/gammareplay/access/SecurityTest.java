package com.gammareplay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with keys. */
class SecurityTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String TELLING = "--logging.level.com.gammareplay.config.StartupHint=info";
    private static final String READ = ApiKey.generate();
    private static final String RUN = ApiKey.generate();

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext service;
    private final CountDownLatch release = new CountDownLatch(1);
    private static Client client;

    @BeforeAll
    static void start() {
        service = run(
                home.resolve("keys"),
                "--gamma.api-keys=" + new ApiKey("viewer", Scope.READ, ApiKey.hash(READ)).setting() + ","
                        + new ApiKey("tuner", Scope.RUN, ApiKey.hash(RUN)).setting(),
                "--gamma.cors-origins=https://dashboard.example");
        client = client(service);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static ConfigurableApplicationContext run(Path folder, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.home=" + folder,
                "--gamma.data-dir=src/test/resources/no-recordings"));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(Application.class, FakeEngine.class).run(arguments.toArray(String[]::new));
    }

    private static Client client(ConfigurableApplicationContext service) {
        return new Client(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static HttpResponse<String> call(String method, String path, String... headers) {
        var request = client.request(path).method(method, BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.header("Content-Type", "application/json"));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = client.json(response);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(response.headers().firstValue("X-Request-Id"))
                .hasValue(problem.path("requestId").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/backtests",
        "GET, /api/v1/datasets",
        "GET, /actuator/prometheus",
        "GET, /nothing",
        "POST, /api/v1/backtests",
        "POST, /v3/api-docs",
        "DELETE, /api/v1/backtests/x",
        "PROPFIND, /api/v1/backtests"
    })
    void without_a_key_nothing_is_shown_or_done(String method, String path) {
        var response = call(method, path);

        assertProblem(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"gamma-replay\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/v3/api-docs", "/v3/api-docs.yaml"})
    void health_and_the_description_need_no_key(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic dTpw", "wrong", ""})
    void a_wrong_key_is_refused(String authorization) {
        var response = call("GET", BACKTESTS, "Authorization", authorization);

        assertProblem(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
    }

    @Test
    void a_key_that_reads_may_look_and_no_more() {
        assertThat(call("GET", BACKTESTS, "Authorization", "Bearer " + READ).statusCode())
                .isEqualTo(200);
        assertThat(call("GET", "/actuator/prometheus", "X-API-Key", READ).statusCode())
                .isEqualTo(200);
        for (var method : List.of("POST", "DELETE", "PUT", "PATCH", "FROBNICATE")) {
            assertProblem(call(method, BACKTESTS, "X-API-Key", READ), 403, "forbidden");
        }
    }

    @Test
    void a_key_that_reads_may_follow_a_job_to_its_end() {
        service.getBean(FakeBacktests.class).behave((_, _) -> release.await());
        var submitted = call("POST", BACKTESTS, "X-API-Key", RUN);
        var events = submitted.headers().firstValue("Location").orElseThrow() + "/events";

        assertProblem(call("GET", events), 401, "unauthorized");
        try (var reader =
                EventReader.open(client.request(events).headers("X-API-Key", READ, "X-Request-Id", "from-afar"))) {
            release.countDown();
            assertThat(reader.awaitClosed().events().getLast().name()).isEqualTo("end");
            assertThat(reader.header("X-Request-Id")).isEqualTo("from-afar");
            assertThat(reader.header("Content-Security-Policy")).contains("default-src 'self'");
            assertThat(reader.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reader.header("Cache-Control")).isEqualTo("private, no-cache");
        } finally {
            release.countDown();
            service.getBean(FakeBacktests.class).behaveQuickly();
        }
    }

    @Test
    void a_key_that_runs_may_do_everything() {
        var submitted = call("POST", BACKTESTS, "authorization", "bearer " + RUN);

        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(202);
        var job = submitted.headers().firstValue("Location").orElseThrow();
        assertThat(call("GET", job, "X-API-Key", RUN).statusCode()).isEqualTo(200);
    }

    @Test
    void only_pages_of_the_origins_that_were_set_may_call() {
        var ours = call("GET", BACKTESTS, "X-API-Key", READ, "Origin", "https://dashboard.example");
        var theirs = call("GET", BACKTESTS, "X-API-Key", READ, "Origin", "https://evil.example");

        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://dashboard.example");
        assertProblem(theirs, 403, "origin-not-allowed");
        var asked = client.send(client.request(BACKTESTS)
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", "https://dashboard.example", "Access-Control-Request-Method", "POST"));
        assertThat(asked.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, 302", "HEAD, 302", "POST, 401", "DELETE, 401"})
    void the_root_leads_a_browser_to_the_page_without_a_key(String method, int status) {
        assertThat(call(method, "/").statusCode()).isEqualTo(status);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_start_tells_both_addresses_and_the_header_but_no_key(CapturedOutput output) {
        var key = new ApiKey("viewer", Scope.READ, ApiKey.hash(READ));
        try (var started = run(home.resolve("told"), TELLING, "--gamma.api-keys=" + key.setting())) {
            var address = "http://127.0.0.1:" + started.getEnvironment().getRequiredProperty("local.server.port");
            assertThat(output)
                    .contains("API: " + address + "/api/v1, its page: " + address + "/")
                    .contains("Each call needs a key, as the header Authorization: Bearer KEY")
                    .contains("Try: curl -s " + address + "/api/v1/backtests -H 'Authorization: Bearer KEY' -H ")
                    .doesNotContain(READ, key.sha256());
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_start_without_keys_tells_the_addresses_as_they_are_called(CapturedOutput output) {
        try (var started = run(
                home.resolve("path"),
                TELLING,
                "--server.address=0.0.0.0",
                "--gamma.allow-anonymous=true",
                "--server.servlet.context-path=/replay")) {
            var address =
                    "http://127.0.0.1:" + started.getEnvironment().getRequiredProperty("local.server.port") + "/replay";
            assertThat(output)
                    .contains("API: " + address + "/api/v1, its page: " + address + "/")
                    .contains("Try: curl -s " + address + "/api/v1/backtests -H 'Content-Type")
                    .doesNotContain("Bearer");
            assertThat(client(started).get("/replay/").headers().firstValue("Location"))
                    .hasValueSatisfying(page -> assertThat(page).endsWith("/replay/swagger-ui.html"));
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_start_tells_an_address_of_six_parts_as_it_is_written(CapturedOutput output) {
        try (var started = run(home.resolve("six"), TELLING, "--server.address=::1")) {
            assertThat(output)
                    .contains("API: http://[::1]:" + started.getEnvironment().getRequiredProperty("local.server.port")
                            + "/api/v1");
        }
    }

    @Test
    void no_answer_sets_a_cookie_and_all_have_the_headers_for_browsers() {
        for (var response : List.of(
                client.get(BACKTESTS),
                call("GET", BACKTESTS, "X-API-Key", READ),
                client.get("/swagger-ui/index.html"))) {
            var headers = response.headers();
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src");
            assertThat(headers.firstValue("Cache-Control")).isPresent();
        }
        assertThat(client.get(BACKTESTS).headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_caller_that_calls_too_often_is_told_when_to_come_back() {
        try (var limited = run(home.resolve("limited"), "--gamma.rate-limit=1")) {
            var caller = client(limited);
            HttpRequest.Builder request = caller.request(BACKTESTS);
            assertThat(caller.send(request).statusCode()).isEqualTo(200);
            var refused = await().pollInterval(Duration.ofMillis(1))
                    .until(() -> caller.send(request), answer -> answer.statusCode() != 200);

            assertProblem(refused, 429, "rate-limited");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(caller.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_key_that_calls_too_often_leaves_another_key_its_calls() {
        var keys = new ApiKey("viewer", Scope.READ, ApiKey.hash(READ)).setting() + ","
                + new ApiKey("tuner", Scope.RUN, ApiKey.hash(RUN)).setting();
        try (var limited = run(home.resolve("limited-keys"), "--gamma.rate-limit=1", "--gamma.api-keys=" + keys)) {
            var caller = client(limited);
            var viewer = caller.request(BACKTESTS).header("X-API-Key", READ);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> caller.send(viewer).statusCode() == 429);

            assertThat(caller.send(caller.request(BACKTESTS).header("X-API-Key", RUN))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "viewer:read:%s", "%s:read", "viewer:%s:read", "%1$s:read:%1$s"})
    @ExtendWith(OutputCaptureExtension.class)
    void a_key_in_the_place_of_its_hash_is_refused_and_not_shown(String setting, CapturedOutput output) {
        var key = ApiKey.generate();

        assertThatThrownBy(() -> run(home.resolve("plain"), "--gamma.api-keys=" + setting.formatted(key)))
                .hasRootCauseInstanceOf(InvalidApiKeyException.class);

        assertThat(output).contains("GAMMA_API_KEYS cannot be used").doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "http://replay.example", "replay.example:8080"})
    void what_no_header_can_name_is_refused_as_a_host(String host) {
        assertThatThrownBy(() -> run(home.resolve("hosts"), "--gamma.allowed-hosts=" + host))
                .hasStackTraceContaining("must be a name or an address, without scheme, port and wildcard");
    }

    @Test
    void a_start_that_would_serve_other_machines_without_keys_is_refused() {
        assertThatThrownBy(() -> run(home.resolve("open"), "--server.address=0.0.0.0"))
                .hasRootCauseMessage("Without API keys the service is not started on the address 0.0.0.0,"
                        + " where other machines can call it.");
        try (var open = run(home.resolve("open"), "--server.address=0.0.0.0", "--gamma.allow-anonymous=true")) {
            assertThat(client(open).get(BACKTESTS).statusCode()).isEqualTo(200);
        }
    }
}
