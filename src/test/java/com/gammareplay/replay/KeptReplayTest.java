package com.gammareplay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.testing.TestData;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replay from kept days gives the bytes of one from the recording, chains included. */
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
    void kept_days_give_the_same_bytes(Path file) {
        var request = GoldenRuns.request(TestData.json(file).path("request"));
        var expected = GoldenRuns.text(GoldenRuns.result(file));
        var reading = store();
        assertThat(GoldenRuns.text(GoldenRuns.run(request, reading))).isEqualTo(expected);
        var finding = store();

        assertThat(GoldenRuns.text(GoldenRuns.run(request, finding))).isEqualTo(expected);
        assertThat(finding.hits()).isPositive();
        assertThat(finding.misses()).isZero();
    }
}
