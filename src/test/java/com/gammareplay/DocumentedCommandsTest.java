package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.DemoFolder;
import com.gammareplay.testing.Machine;
import com.gammareplay.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The commands of a page, pasted from the top into one shell while the service runs, give what the page shows after them.
 * There {@code …} stands for anything in a line, and alone for any lines.
 *
 * <p>Left out are commands that build, and those for an engine for containers; others try them.
 */
@Tag("trial")
class DocumentedCommandsTest {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```\n(?:\n```\n(.*?)```\n)?", Pattern.DOTALL);
    private static final Pattern TRIED_ELSEWHERE =
            Pattern.compile("^(mvn |docker |mkdir -p data &&|scripts/|PSQL=|pg_dump |createdb )", Pattern.MULTILINE);
    /** Shows how the service's own files are saved, so that they are in its folder. */
    private static final String BACKUP = "docs/operations.md";

    private static final String JAR = "java -jar target/gamma-replay-0.1.0.jar";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;
    private static String address;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        for (var tool : List.of("bash", "curl", "jq", "sqlite3", "openssl")) {
            Machine.requires(run("command", "-v", tool) == 0, "needs " + tool);
        }
        service = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--gamma.home=" + folder.resolve(BACKUP).resolve("var"),
                "--gamma.data-dir=" + DemoFolder.path());
        address = "127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", String.join(" ", command))
                .start()
                .waitFor();
    }

    /** Commands, and what the page says that they print; null if it says nothing. */
    private record Step(String commands, String shown) {

        private String script(int number) {
            var installed = "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' com.gammareplay.Application"
                    .formatted(
                            ProcessHandle.current().info().command().orElseThrow(),
                            System.getProperty("java.class.path"));
            return "{\n" + commands.replace("127.0.0.1:8080", address).replace(JAR, installed) + "\n} > output-"
                    + number + "\n";
        }

        private Pattern output() {
            return Pattern.compile(shown.lines()
                    .map(line -> line.strip().equals("…") ? "(?:.*\n)*" : words(line) + " *\n")
                    .collect(Collectors.joining()));
        }

        private static String words(String line) {
            return Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        }
    }

    private static List<Step> steps(String page) throws IOException {
        var steps = new ArrayList<Step>();
        var found = COMMANDS.matcher(Files.readString(Path.of(page)));
        while (found.find()) {
            if (!TRIED_ELSEWHERE.matcher(found.group(1)).find()) {
                steps.add(new Step(found.group(1), found.group(2) == null ? "…" : found.group(2)));
            }
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/api.md",
                "docs/architecture.md",
                "docs/comparisons.md",
                "docs/confidence.md",
                "docs/day-store.md",
                BACKUP,
                "docs/paths.md",
                "docs/reconciliation.md",
                "docs/recordings.md",
                "docs/report.md",
                "docs/statistics.md",
                "docs/sweeps.md",
                "docs/verification.md",
                "docs/webhooks.md"
            })
    void commands_give_what_the_page_shows(String page) throws IOException, InterruptedException {
        var steps = steps(page);
        var outputs = Files.createDirectories(folder.resolve(page));
        var script = new StringBuilder("set -eo pipefail\n");
        for (var number = 0; number < steps.size(); number++) {
            script.append(steps.get(number).script(number));
        }

        var errors = outputs.resolve("errors");
        var shell = new ProcessBuilder("bash", "-c", script.toString())
                .directory(outputs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        shell.getOutputStream().close();

        assertThat(shell.waitFor(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(shell.exitValue()).as(Files.readString(errors)).isZero();
        for (var number = 0; number < steps.size(); number++) {
            assertThat(Files.readString(outputs.resolve("output-" + number)).replace("\r\n", "\n"))
                    .as(steps.get(number).commands())
                    .matches(steps.get(number).output());
        }
    }
}
