package com.gammareplay.requests;

import com.gammareplay.replay.sweep.Axis;
import com.gammareplay.replay.sweep.Combinations;
import com.gammareplay.replay.sweep.Grid;
import com.gammareplay.replay.sweep.Samples;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.replay.sweep.WalkForward;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sweep with every default filled in, as users may send it again. */
final class SweepJson {

    private SweepJson() {}

    private record Range(BigDecimal min, BigDecimal max, BigDecimal step) {}

    private record Windows(int trainSessions, int testSessions, int step, String objective) {
        private static Windows of(WalkForward walkForward) {
            return new Windows(
                    walkForward.trainSessions(),
                    walkForward.testSessions(),
                    walkForward.step(),
                    walkForward.objective().name());
        }
    }

    /** A sweep as one JSON object. */
    static String write(SweepRequest sweep) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("base", RequestJson.asGiven(sweep.base()));
        switch (sweep.combinations()) {
            case Grid grid -> fields.put("grid", values(grid));
            case Samples samples -> {
                fields.put("ranges", values(samples));
                fields.put("samples", samples.size());
                fields.put("seed", samples.seed());
            }
        }
        var walkForward = sweep.walkForward();
        if (walkForward != null) {
            fields.put("walkForward", Windows.of(walkForward));
        }
        fields.put("intervals", sweep.intervals());
        return Json.EXACT.writeValueAsString(fields);
    }

    private static Map<String, Object> values(Combinations combinations) {
        var values = new LinkedHashMap<String, Object>();
        for (var axis : combinations.axes()) {
            values.put(
                    axis.name(),
                    switch (axis) {
                        case Axis.Listed listed -> listed.values();
                        case Axis.Steps steps -> new Range(steps.least(), steps.most(), steps.step());
                    });
        }
        return values;
    }
}
