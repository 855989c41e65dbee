package com.gammareplay.replay;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replays of the expected results, each run once for all the tests that look at them. */
final class GoldenRuns {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonReport REPORT = new JsonReport();
    private static final Map<Path, ReplayResult> RESULTS = new ConcurrentHashMap<>();

    private GoldenRuns() {}

    static List<Path> files() {
        return TestData.files("golden", ".json");
    }

    /** The result of a file's request. */
    static ReplayResult result(Path file) {
        return RESULTS.computeIfAbsent(
                file, golden -> run(request(TestData.json(golden).path("request"))));
    }

    static ReplayResult run(RawRequest raw) {
        return run(raw, new DeafListener());
    }

    /** A replay that is listened to. */
    static ReplayResult run(RawRequest raw, ReplayListener listener) {
        return run(raw, null, listener);
    }

    /** A replay with a store of days, or none. */
    static ReplayResult run(RawRequest raw, @Nullable DayStore store) {
        return run(raw, store, new DeafListener());
    }

    private static ReplayResult run(RawRequest raw, @Nullable DayStore store, ReplayListener listener) {
        var folder = TestData.recordings();
        var none = folder.resolve("none");
        var recordings = new RecordingFolder(folder, none, none, none, 1000, store);
        return new BacktestRunner(recordings, new ExchangeCalendar(), ForkJoinPool.commonPool(), "test")
                .run(new RequestReader(recordings).read(raw), listener);
    }

    @SuppressWarnings("unchecked")
    static RawRequest request(JsonNode request) {
        return new RawRequest(
                request.path("dataset").asString(),
                null,
                JSON.convertValue(request.path("indices"), List.class),
                request.path("from").asString(),
                request.path("to").asString(),
                request.path("preset").asString(),
                (Map<String, Object>) JSON.convertValue(request.path("parameters"), Map.class),
                new BigDecimal(request.path("startingBalance").asString()),
                null);
    }

    /** Result, trades and decisions as users get them. */
    static String text(ReplayResult result) {
        var out = new ByteArrayOutputStream();
        try {
            REPORT.result(result, out);
            REPORT.trades(result, out);
            REPORT.decisions(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
