package com.gammareplay.recorder;

import com.gammareplay.live.LiveCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Measures the recorder. */
@Component
class RecorderMetrics {

    RecorderMetrics(RecorderThread recorder, MeterRegistry registry) {
        LiveCounts.PASSES.forEach((kind, name) ->
                register("gamma.recorder.passes", "Passes that were recorded", kind, name, recorder, registry));
        LiveCounts.GAPS.forEach((kind, name) -> register(
                "gamma.recorder.gaps", "Polls and passes that came to nothing", kind, name, recorder, registry));
    }

    private static void register(
            String meter,
            String description,
            String kind,
            String name,
            RecorderThread recorder,
            MeterRegistry registry) {
        FunctionCounter.builder(meter, recorder, state -> state.state().counts().getOrDefault(name, 0L))
                .description(description)
                .tag("kind", kind)
                .register(registry);
    }
}
