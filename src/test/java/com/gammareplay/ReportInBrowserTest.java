package com.gammareplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.cli.GammaCommand;
import com.gammareplay.testing.Chromium;
import com.gammareplay.testing.DemoFolder;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a backtest of the demo, in a real browser. */
class ReportInBrowserTest {

    private static final String HOSTILE = "</title><img src=x onerror=alert(1)>";
    private static final int TRADES = 16;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static DemoService service;
    private static Client client;
    private static String job;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        service = DemoService.start(folder.resolve("home"));
        client = service.client();
        job = client.submit("{\"dataset\": \"demo\", \"label\": \"" + HOSTILE + "\", \"tags\": [\"<b>\"]}");
        client.awaitStatus(job, "SUCCEEDED");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void open(NewPageOptions options, String url, Consumer<Page> look) {
        try (var page = chromium.page(options)) {
            var complaints = Chromium.complaints(page);
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(url);
            look.accept(page);
            assertThat(complaints).isEmpty();
            assertThat(asked).filteredOn(other -> !other.startsWith("data:")).containsExactly(url);
        }
    }

    private static String url() {
        return service.url() + job + "/report";
    }

    private static int number(Page page, String script) {
        return ((Number) page.evaluate(script)).intValue();
    }

    private static void looksWhole(Page page) {
        assertThat(page.locator(".trades tbody tr").count()).isEqualTo(TRADES);
        assertThat(page.locator(".trades svg").count()).isEqualTo(TRADES);
        assertThat(page.locator(".warnings li").first().isVisible()).isTrue();
        assertThat(page.locator(".warnings li").first().innerText()).contains("SYNTHETIC_DATA");
        for (var line : List.of("path.balance", "path.equity", "path.fall")) {
            assertThat(page.locator(line).count()).isOne();
        }
        assertThat(number(page, """
                () => [...document.querySelectorAll('.plot path, path.profit')]
                    .filter(path => path.getBoundingClientRect().width > 100).length""")).isEqualTo(3 + TRADES);
        assertThat(page.locator(".month td.day").count()).isEqualTo(4);
    }

    @Test
    void the_service_gives_a_page_that_draws_everything_and_asks_for_nothing() {
        open(new NewPageOptions(), url(), page -> {
            looksWhole(page);
            assertThat(page.title()).isEqualTo(HOSTILE);
            assertThat(page.locator("h1").innerText()).isEqualTo(HOSTILE);
            assertThat(page.locator(".tags li").innerText()).isEqualTo("<b>");
            assertThat(page.locator("img, script").count()).isZero();
        });
    }

    @Test
    void the_command_line_gives_a_file_that_needs_no_network() throws Exception {
        var file = folder.resolve("report.html");
        var err = new StringWriter();
        assertThat(GammaCommand.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "report",
                        "--data-dir=" + DemoFolder.path(),
                        "--home=" + folder.resolve("other"),
                        "--output=" + file))
                .as(err.toString())
                .isZero();
        open(new NewPageOptions().setOffline(true), file.toUri().toString(), page -> {
            looksWhole(page);
            assertThat(page.title()).isEqualTo("Backtest of demo");
        });
        var unnamed = client.submit("{\"dataset\": \"demo\"}");
        client.awaitStatus(unnamed, "SUCCEEDED");
        assertThat(file).content().isEqualTo(client.get(unnamed + "/report").body());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void it_can_be_read_on_light_and_dark_and_narrow_screens(ColorScheme scheme) {
        open(new NewPageOptions().setColorScheme(scheme).setViewportSize(400, 800), url(), page -> {
            looksWhole(page);
            assertThat(number(page, "() => document.documentElement.scrollWidth"))
                    .isEqualTo(400);
            assertThat(number(page, "() => document.querySelector('.trades').parentElement.scrollWidth"))
                    .as("wide tables scroll by themselves")
                    .isGreaterThan(400);
            assertThat(contrast(page, "body")).isGreaterThan(7);
            for (var text : List.of(".note", ".gain", ".loss", ".trades small", ".warnings li", ".month .day small")) {
                assertThat(contrast(page, text)).as(text).isGreaterThan(4.5);
            }
        });
    }

    /** As WCAG 2 defines it, of the first element. */
    private static double contrast(Page page, String selector) {
        return ((Number) page.evaluate("""
                selector => {
                  const light = color => {
                    const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(v => v / 255)
                        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const element = document.querySelector(selector);
                  let behind = element;
                  while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
                  const both = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
                  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
                }""", selector)).doubleValue();
    }

    @Test
    void it_prints_dark_on_white_with_nothing_cut_off() {
        open(new NewPageOptions().setColorScheme(ColorScheme.DARK), url(), page -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(1032, 800); // A4 across, less its margins
            assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.locator("nav").isVisible()).isFalse();
            assertThat(number(page, "() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(1032);
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.trades thead')).display"))
                    .isEqualTo("table-header-group");
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.trades tbody tr')).breakInside"))
                    .isEqualTo("avoid");
        });
    }

    @Test
    void every_picture_and_table_says_what_it_is() {
        open(new NewPageOptions(), url(), page -> {
            assertThat(number(page, """
                    () => [...document.querySelectorAll('svg')]
                        .filter(svg => !svg.getAttribute('aria-label') && !svg.querySelector('title')).length""")).isZero();
            assertThat(number(page, """
                    () => [...document.querySelectorAll('table')]
                        .filter(table => !table.caption && !table.closest('[role=region]')).length""")).isZero();
            assertThat(number(page, "() => document.querySelectorAll('th:not([scope])').length"))
                    .isZero();
            assertThat(number(page, "() => new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"))
                    .isEqualTo(page.locator("[id]").count());
            assertThat(page.locator("nav a")
                            .evaluateAll("links => links.filter(a => !document.querySelector(a.hash)).length"))
                    .isEqualTo(0);
        });
    }
}
