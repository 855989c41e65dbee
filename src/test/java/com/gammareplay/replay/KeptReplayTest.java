package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replay from kept days gives the bytes of one from the recording, chains included, also where they are damaged. */
class KeptReplayTest {

    @TempDir
    private static Path cache = Path.of("");

    static List<Path> goldens() {
        return GoldenRuns.files();
    }

    private static DayStore store() {
        return new DayStore(cache, Long.MAX_VALUE, () -> Instant.now().plusSeconds(10));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void kept_days_give_the_same_bytes_and_damaged_ones_are_made_anew(Path file) throws IOException {
        var request = GoldenRuns.request(TestData.json(file).path("request"));
        var expected = GoldenRuns.text(GoldenRuns.result(file));
        var reading = store();
        assertThat(GoldenRuns.text(GoldenRuns.run(request, reading))).isEqualTo(expected);
        var finding = store();

        assertThat(GoldenRuns.text(GoldenRuns.run(request, finding))).isEqualTo(expected);
        assertThat(finding.hits()).isPositive();
        assertThat(finding.misses()).isZero();

        flipAByteOfEach();
        var mending = store();
        assertThat(GoldenRuns.text(GoldenRuns.run(request, mending))).isEqualTo(expected);
        assertThat(mending.hits()).isZero();
        var mended = store();
        assertThat(GoldenRuns.text(GoldenRuns.run(request, mended))).isEqualTo(expected);
        assertThat(mended.misses()).isZero();
    }

    private static void flipAByteOfEach() throws IOException {
        try (var files = Files.walk(cache)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
        }
    }
}
