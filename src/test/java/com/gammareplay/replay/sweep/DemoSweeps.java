package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.requests.RawRequest;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.requests.SweepReader;
import com.gammareplay.testing.AskedSweep;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.testing.DemoFolder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** The real engine on the demo, whose sessions are loaded once for all tests. */
public final class DemoSweeps {

    public static final ExchangeCalendar CALENDAR = new ExchangeCalendar();
    static final LoadedCatalog CATALOG = new LoadedCatalog(new RecordingFolder(
            DemoFolder.path(), DemoFolder.path().resolve("none"), DemoFolder.path(), DemoFolder.path(), 1000, null));
    static final BacktestRunner BACKTESTS = new BacktestRunner(CATALOG, CALENDAR, ForkJoinPool.commonPool(), "test");

    static final RequestReader REQUESTS = new RequestReader(CATALOG);

    private DemoSweeps() {}

    public static SweepRequest read(AskedSweep asked) {
        return reader().read(asked.json()).request();
    }

    public static SweepReader reader() {
        return new SweepReader(REQUESTS);
    }

    static SweepRunner sweeps(int threads) {
        var parallel = new ParallelWork(ForkJoinPool.commonPool(), threads);
        return new SweepRunner(CATALOG, CALENDAR, ForkJoinPool.commonPool(), parallel, "test");
    }

    static SweepRunner sweeps(DatasetCatalog catalog, String version) {
        var parallel = new ParallelWork(ForkJoinPool.commonPool(), 2);
        return new SweepRunner(catalog, CALENDAR, ForkJoinPool.commonPool(), parallel, version);
    }

    public static RawRequest base(Map<String, ? extends @Nullable Object> parameters) {
        return base("2025-11-24", "2025-12-01", parameters);
    }

    public static RawRequest base(String from, String to, Map<String, ? extends @Nullable Object> parameters) {
        return new RawRequest("demo", null, List.of("SPX", "NDX"), from, to, null, parameters, null, null);
    }

    static RawRequest inZone(String zone) {
        return new RawRequest("demo", zone, null, "2025-11-24", "2025-12-01", null, null, null, null);
    }

    static MemoryJournal run(AskedSweep raw, int threads) {
        var journal = new MemoryJournal();
        var sweeps = sweeps(threads);
        sweeps.run(read(raw), journal, new DeafListener());
        return journal;
    }

    static ReplayResult alone(ReplayRequest request) {
        return BACKTESTS.run(request, new DeafListener());
    }
}
