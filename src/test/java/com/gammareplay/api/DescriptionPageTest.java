package com.gammareplay.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the API's description in a real browser, under the headers that the service sends. */
@ServiceTest
class DescriptionPageTest {

    private final int port;

    @Autowired
    DescriptionPageTest(@LocalServerPort int port) {
        this.port = port;
    }

    private int operations() {
        var client = new Client(port);
        return client.json(client.get("/v3/api-docs")).path("paths").properties().stream()
                .mapToInt(path -> path.getValue().size())
                .sum();
    }

    @Test
    void the_page_shows_every_operation_and_the_browser_complains_of_nothing() {
        try (var chromium = Chromium.start();
                var page = chromium.page()) {
            var complaints = Chromium.complaints(page);
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page.locator(".opblock")).hasCount(operations());
            page.locator("#operations-Backtests-getEvents").click();
            assertThat(page.locator("#operations-Backtests-getEvents .responses-wrapper"))
                    .isVisible();
            assertThat(complaints).isEmpty();
        }
    }
}
