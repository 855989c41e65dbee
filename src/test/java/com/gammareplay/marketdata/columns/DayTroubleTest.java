package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gammareplay.model.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Folders in which no days can be kept: that is said, though not again and again. */
class DayTroubleTest extends DaysInFiles {

    private List<ILoggingEvent> warnings(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(DayStore.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    private static void keepAll(DayStore store) {
        for (var number = 0; number < 5; number++) {
            for (var index : Index.values()) {
                store.keep(key(index), STATE, DAY);
                assertThat(store.find(key(index), STATE::equals)).isEmpty();
                assertThat(store.isKept(key(index), STATE.state())).isFalse();
            }
        }
        store.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file/cache"})
    void a_folder_that_cannot_be_had_is_said_once_an_hour(String name) throws IOException {
        Files.createFile(root.resolve("file"));
        var store = store(root.resolve(name), NO_LIMIT);

        assertThat(warnings(() -> keepAll(store)))
                .hasSizeBetween(1, 2) // of keeping, of reading
                .extracting(ILoggingEvent::getFormattedMessage)
                .allMatch(text -> text.contains(name));
        assertThat(warnings(() -> keepAll(store))).isEmpty();
        ahead = Duration.ofHours(2);
        assertThat(warnings(() -> keepAll(store))).isNotEmpty();
    }

    @Test
    void a_full_disk_is_said_once_and_leaves_nothing_half_written() throws Exception {
        Files.createDirectory(folder());
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder().toString()))
                .as("a small disk can only be mounted by root with the right to do so")
                .isTrue();
        try {
            Files.write(folder().resolve("ballast"), new byte[4096]);
            var store = store();

            assertThat(warnings(() -> keepAll(store)))
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .contains("No space left");
            assertThat(folder())
                    .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        } finally {
            assertThat(command("umount", folder().toString())).isTrue();
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
