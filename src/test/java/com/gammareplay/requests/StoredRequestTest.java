package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.replay.sweep.DemoSweeps;
import com.gammareplay.replay.sweep.SweepRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An accepted sweep is written down and read again, when it is run and by whoever submits it once more. */
class StoredRequestTest {

    private static final SweepReader READER = DemoSweeps.reader();

    private static Submission<SweepRequest> submitted(String json) {
        return READER.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, @Nullable Object>> values(SweepRequest sweep) {
        var combinations = sweep.combinations();
        return IntStream.range(0, combinations.size())
                .mapToObj(combinations::values)
                .toList();
    }

    private static void requireSameAgain(String json) {
        var sweep = submitted(json);
        var stored = sweep.json();

        assertThat(values(READER.readAccepted(stored))).as(json).isEqualTo(values(sweep.request()));
        assertThat(values(submitted(stored).request())).as(json).isEqualTo(values(sweep.request()));
        assertThat(submitted(stored).json()).isEqualTo(stored);
    }

    private static String ranges(String ranges, int samples) {
        return """
                {"base": {"dataset": "demo"}, "ranges": {%s}, "samples": %s, "seed": 3}""".formatted(ranges, samples);
    }

    private static String range(String name, Number min, Number max, Number step) {
        return """
                "%s": {"min": %s, "max": %s, "step": %s}""".formatted(name, min, max, step);
    }

    @Test
    void a_step_that_does_not_end_at_the_maximum_gives_the_same_values_again() {
        requireSameAgain(ranges(range("minCredit", 0, 0.2, 0.06666666666666667), 3));
        requireSameAgain(ranges(range("minCredit", 0, 0.2, 0.06666666666666667), 2));
    }

    @Test
    void the_zone_of_the_recording_is_kept() {
        var stored = submitted("""
                {"base": {"dataset": "demo", "databaseZone": "Asia/Tokyo", "from": "2025-11-24", "to": "2025-11-25"},
                 "grid": {"step": [30]}}""").json();

        assertThat(READER.readAccepted(stored).base().databaseZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(submitted(stored).json()).isEqualTo(stored);
    }

    @Test
    void any_range_gives_the_same_values_again() {
        var random = new Random(11);
        for (var trial = 0; trial < 100; trial++) {
            var min = random.nextDouble(-100, 99);
            var max = min + Math.scalb(random.nextDouble(), -random.nextInt(8));
            var parts = 1 + random.nextInt(12);
            var rounding = Math.pow(10, random.nextInt(16));
            var step = Math.max(0.000001, Math.round((max - min) / parts * rounding) / rounding);
            var whole = 1 + random.nextInt(50);
            var values = (int) Math.floor((max - min) / step) + 1;

            requireSameAgain(ranges(range("stopLoss", min, max, step), Math.clamp(values - 1, 1, 20)));
            requireSameAgain(ranges(
                    range("step", 1, whole, 1 + random.nextInt(7)) + ",\"entryTimes\": [[], [\"10:00\", \"11:30\"]]",
                    1));
        }
    }
}
