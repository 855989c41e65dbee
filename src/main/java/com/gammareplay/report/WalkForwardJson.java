package com.gammareplay.report;

import com.gammareplay.replay.sweep.WalkForwardResult;
import com.gammareplay.replay.sweep.WalkForwardResult.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A walk-forward test as users read it. */
record WalkForwardJson(String objective, Map<String, @Nullable Object> outOfSample, List<Window> windows) {

    /** One window. */
    record Window(
            Range train,
            Range test,
            Map<String, @Nullable Object> parameters,
            Map<String, @Nullable Object> inSample,
            Map<String, @Nullable Object> outOfSample) {
        private static Window of(WalkForwardResult.Window window) {
            return new Window(
                    window.train(),
                    window.test(),
                    window.parameters(),
                    HeadlineJson.of(window.inSample()),
                    HeadlineJson.of(window.outOfSample()));
        }
    }

    static WalkForwardJson of(WalkForwardResult result) {
        return new WalkForwardJson(
                result.objective().name(),
                HeadlineJson.of(result.outOfSample()),
                result.windows().stream().map(Window::of).toList());
    }
}
