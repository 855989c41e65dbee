package com.gammareplay.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the API's description in a real browser, under the headers that the service sends. */
@ServiceTest
class DescriptionPageTest {

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final Set<String> COMPLAINTS = Set.of("error", "warning");

    private final int port;

    @Autowired
    DescriptionPageTest(@LocalServerPort int port) {
        this.port = port;
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private int operations() {
        var client = new Client(port);
        return client.json(client.get("/v3/api-docs")).path("paths").properties().stream()
                .mapToInt(path -> path.getValue().size())
                .sum();
    }

    @Test
    void the_page_shows_every_operation_and_the_browser_complains_of_nothing() {
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no chromium on the PATH; .ci/run installs it");
        var options =
                new LaunchOptions().setExecutablePath(chromium.orElseThrow()).setArgs(List.of("--no-sandbox"));
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
                var browser = playwright.chromium().launch(options);
                var page = browser.newPage()) {
            var complaints = complaints(page);
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page.locator(".opblock")).hasCount(operations());
            page.locator("#operations-Backtests-getEvents").click();
            assertThat(page.locator("#operations-Backtests-getEvents .responses-wrapper"))
                    .isVisible();
            assertThat(complaints).isEmpty();
        }
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (COMPLAINTS.contains(message.type())) {
                complaints.add(text(message));
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static String text(ConsoleMessage message) {
        return message.type() + " " + message.location() + " " + message.text();
    }
}
