package com.gammareplay.performance;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.model.Index;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.replay.SessionLoader;
import com.gammareplay.replay.sweep.SweepTrial;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.testing.DeafListener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The engine on the one recording of a folder, as the service runs it. */
final class Engine implements AutoCloseable {

    private static final DataNeeds NEEDS = new DataNeeds(ZoneOffset.UTC, false);
    private static final long MOST_KEPT_BYTES = 10L << 30;

    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private final int threads;
    private final @Nullable DayStore store;
    private final RecordingFolder recordings;
    private final ExecutorService executor;
    private final BacktestRunner backtests;
    private final RawRequest raw;
    private final ReplayRequest request;

    /**
     * An engine that has read nothing yet.
     *
     * @param indices their names
     * @param threads that read and replay
     * @param kept folder of the days that are kept, null to read the recording each time
     */
    Engine(Path folder, List<String> indices, int threads, @Nullable Path kept) {
        this.threads = threads;
        store = kept == null ? null : new DayStore(kept, MOST_KEPT_BYTES, InstantSource.system());
        recordings = RecordingFolder.of(folder, folder.resolve("none"), 1000, store);
        executor = Executors.newFixedThreadPool(threads);
        backtests = new BacktestRunner(recordings, calendar, executor, "performance");
        var dataset = recordings.datasets().getFirst().name();
        raw = new RawRequest(dataset, null, indices, null, null, null, null, null, null);
        request = new RequestReader(recordings).read(raw);
    }

    /** Reads all sessions, as many at once as there are threads. */
    void load() {
        var sessions = calendar.sessions(request.from(), request.to());
        List<Index> indices = request.indices();
        try (var recording = recordings.open(request.dataset(), NEEDS, () -> false);
                var loader = new SessionLoader(recording, indices, sessions, executor, threads)) {
            sessions.forEach(_ -> loader.next());
        }
    }

    /** The loop over the ticks of all sessions. */
    TickLoop tickLoop() {
        var recording = recordings.open(request.dataset(), NEEDS, () -> false);
        return new TickLoop(request, recording, calendar.sessions(request.from(), request.to()));
    }

    /** Replays all sessions with the standard parameters. */
    ReplayResult replay() {
        return backtests.run(request, new DeafListener());
    }

    /** Replays the first sessions only. */
    ReplayResult replay(int sessions) {
        var last = calendar.sessions(request.from(), request.to()).get(sessions - 1);
        var part = new RawRequest(
                raw.dataset(), null, raw.indices(), null, last.date().toString(), null, null, null, null);
        return backtests.run(new RequestReader(recordings).read(part), new DeafListener());
    }

    /** A sweep of some combinations over all sessions. */
    SweepTrial sweep(int combinations) {
        return new SweepTrial(recordings, calendar, executor, threads, raw, combinations);
    }

    /** How often a day had to be read from the recording although days are kept. */
    long misses() {
        return store == null ? 0 : store.misses();
    }

    @Override
    public void close() {
        executor.close();
    }
}
