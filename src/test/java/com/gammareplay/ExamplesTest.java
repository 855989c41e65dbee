package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.gammareplay.access.ApiKey;
import com.gammareplay.access.Scope;
import com.gammareplay.testing.Patience;
import com.gammareplay.testing.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The programs in {@code examples}, as processes, with the demo and a service that wants keys. */
@Tag("trial")
class ExamplesTest {

    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String KEY = ApiKey.generate();

    @TempDir
    static Path home;

    private static DemoService service;

    /** A program, and what it needs. */
    enum Program {
        SHELL("backtest.sh", "bash curl jq"),
        PYTHON("backtest.py", "python3");

        private final String file;
        private final String tools;

        Program(String file, String tools) {
            this.file = file;
            this.tools = tools;
        }

        private Finished run(List<String> variables, String... arguments) throws IOException, InterruptedException {
            var needed = tools.split(" ", -1);
            for (var tool : needed) {
                assumeTrue(isThere(tool), "skipped: there is no " + tool + " on the PATH; .ci/run installs it");
            }
            var command = new ArrayList<>(List.of(needed[0], "examples/" + file));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("GAMMA_"));
            for (var variable : variables) {
                var parts = variable.split("=", 2);
                builder.environment().put(parts[0], parts[1]);
            }
            return Finished.run(builder, Patience.LIMIT);
        }

        private static boolean isThere(String tool) {
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        }
    }

    @BeforeAll
    static void start() {
        service = DemoService.start(
                home,
                "--gamma.workers=1",
                "--gamma.api-keys=" + new ApiKey("tuner", Scope.RUN, ApiKey.hash(KEY)).setting());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> variables() {
        return List.of("GAMMA_URL=" + service.url(), "GAMMA_KEY=" + KEY);
    }

    private static JsonNode get(String path) {
        var client = service.client();
        return client.json(client.send(client.request(path).header("X-API-Key", KEY)));
    }

    private static JsonNode job(String label) {
        return get(BACKTESTS + "?label=" + label).path("items").path(0);
    }

    @ParameterizedTest
    @EnumSource
    void it_prints_the_trades(Program program) throws Exception {
        var label = "trades-" + program;
        var ended = program.run(variables(), "{\"label\": \"" + label + "\", \"indices\": [\"SPX\"]}");

        assertThat(ended.status()).as(ended.errors()).isZero();
        var trades = get(job(label).at("/links/trades").asString()).path("items");
        assertThat(trades.size()).isGreaterThan(3);
        var lines = ended.output().lines().toList();
        assertThat(lines.subList(1, lines.size() - 1))
                .map(line -> List.of(line.split("\t")))
                .map(fields -> fields.getFirst() + " " + fields.get(1) + " " + fields.getLast())
                .containsExactlyElementsOf(trades.valueStream()
                        .map(trade -> trade.path("number").asInt() + " "
                                + trade.path("session").asString() + " "
                                + trade.path("exitReason").asString())
                        .toList());
        assertThat(lines.getLast()).startsWith("trades " + trades.size() + ", won ");
        assertThat(ended.errors()).contains("SYNTHETIC_DATA: ");
    }

    @ParameterizedTest
    @EnumSource
    void it_takes_address_and_key_as_arguments_too(Program program) throws Exception {
        var ended = program.run(List.of(), "--url", service.url(), "--key", KEY);

        assertThat(ended.status()).as(ended.errors()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void it_takes_them_in_one_word_too(Program program) throws Exception {
        var ended = program.run(List.of(), "--url=" + service.url(), "--key=" + KEY);

        assertThat(ended.status()).as(ended.errors()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void it_says_what_is_no_address(Program program) throws Exception {
        for (var url : List.of("127.0.0.1:8080", "http://127.0.0.1:abc", "http://[::1", "ftp://127.0.0.1", "http://")) {
            var ended = program.run(List.of("GAMMA_URL=" + url));

            assertThat(ended.status()).as(url).isEqualTo(2);
            assertThat(ended.errors())
                    .contains(url + " is no address, write one such as http://127.0.0.1:8080")
                    .doesNotContain("Traceback");
        }
    }

    /** In a shell, whose words may be any bytes. */
    private static Finished inShell(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", script);
        builder.environment().put("GAMMA_URL", service.url());
        builder.environment().put("GAMMA_KEY", KEY);
        return Finished.run(builder, Patience.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/backtest.sh", "examples/backtest.py"})
    void it_sends_bytes_that_are_no_text_as_they_are(String program) throws Exception {
        var ended = inShell(program + " $'{\"label\": \"\\xff\"}'");

        assertThat(ended.errors()).contains("400 malformed-json: The body is not valid UTF-8");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void a_reader_that_has_enough_hears_nothing() throws Exception {
        var ended = inShell("exec 3> >(:); wait $!; examples/backtest.py >&3; echo status $? >&2");

        assertThat(ended.errors().lines().filter(line -> !line.matches("[A-Z_]+: .*")))
                .containsExactly("status 1");
    }

    @Test
    void an_output_that_cannot_be_written_is_named() throws Exception {
        var ended = inShell("examples/backtest.py > /dev/full");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("backtest.py: standard output cannot be written: No space left on device")
                .doesNotContain("Traceback", "does not answer");
    }

    @ParameterizedTest
    @EnumSource
    void it_shows_every_mistake_of_a_request(Program program) throws Exception {
        var ended = program.run(variables(), "{\"preset\": \"x\", \"parameters\": {\"minCredt\": 1}}");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors())
                .contains("400 invalid-request: The request has 2 problems.")
                .contains("  /preset: ", "  /parameters/minCredt: unknown parameter, did you mean minCredit?");
    }

    @ParameterizedTest
    @EnumSource
    void it_says_that_a_key_is_needed(Program program) throws Exception {
        var ended = program.run(variables().subList(0, 1));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors()).contains("401 unauthorized: ");
    }

    @ParameterizedTest
    @EnumSource
    void it_says_how_a_job_ended_that_did_not_succeed(Program program, @TempDir Path another) throws Exception {
        try (var hasty = DemoService.start(another, "--gamma.job-timeout=1ms")) {
            var ended = program.run(List.of("GAMMA_URL=" + hasty.url()), "{\"parameters\": {\"step\": 1}}");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.output()).isEmpty();
            assertThat(ended.errors()).containsPattern("the job [-0-9a-f]+ ended FAILED, timeout: The replay took");
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_says_that_nobody_answers(Program program) throws Exception {
        var url = "http://127.0.0.1:" + Ports.free();
        var ended = program.run(List.of("GAMMA_URL=" + url));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors()).contains(url + " does not answer").doesNotContain("Traceback");
    }

    @ParameterizedTest
    @EnumSource
    void it_refuses_options_that_it_does_not_have(Program program) throws Exception {
        assertThat(program.run(variables(), "--nonsense").status()).isEqualTo(2);
        assertThat(program.run(variables(), "--url").status()).isEqualTo(2);
        assertThat(program.run(variables(), "--help").output()).contains("--url", "--key");
    }
}
