package com.gammareplay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
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
import java.util.Set;
import java.util.stream.Stream;

/** An installed browser. */
public final class Chromium implements AutoCloseable {

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final Set<String> COMPLAINTS = Set.of("error", "warning");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Path program) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    /** A browser; without one on the PATH the test is skipped. */
    public static Chromium start() {
        var program = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "skipped: there is no chromium on the PATH; .ci/run installs it");
        return new Chromium(
                Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD)), program.orElseThrow());
    }

    public Page page(Browser.NewPageOptions options) {
        return browser.newPage(options);
    }

    public Page page() {
        return browser.newPage();
    }

    /** What the browser will complain of while it shows a page. */
    public static List<String> complaints(Page page) {
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

    @Override
    public void close() {
        playwright.close();
    }
}
