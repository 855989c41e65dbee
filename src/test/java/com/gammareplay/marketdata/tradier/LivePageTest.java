package com.gammareplay.marketdata.tradier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the live side explains what the feed counts. */
class LivePageTest {

    private static final Path SOURCES = Path.of("src/main/java/com/gammareplay/marketdata/tradier");
    private static final Pattern COUNTED = Pattern.compile("(?:counts\\.add|leftOut)\\(\"(\\w+)\"");

    @Test
    void every_count_is_explained() throws IOException {
        var page = Files.readString(Path.of("docs/live.md"));
        assertThat(counts())
                .contains("otherRoots", "badNumbers")
                .allSatisfy(count -> assertThat(page).contains("| `" + count + "` |"));
    }

    private static List<String> counts() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                COUNTED.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }
}
