package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A pass of quotes that is recorded and shown at the end of a whole session of SPX and NDX, one pass every 30 seconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LiveRecordingBenchmark {

    private static final String NAME = "benchmark";
    private static final Session SESSION =
            new ExchangeCalendar().session(LocalDate.of(2026, 1, 12)).orElseThrow();
    private static final int STEP = 30;

    @Param({"SPX", "NDX"})
    public Index index = Index.SPX;

    private @Nullable SqliteLiveRecordings recordings;
    private @Nullable LiveRecording recording;
    private long instant;

    /** Records the session. */
    @Setup
    public void record() throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), NAME);
        recordings = new SqliteLiveRecordings(folder, folder, 1000);
        recording = recordings.open(NAME, SESSION, List.of(Index.values()), false);
        for (instant = SESSION.open(); instant < SESSION.close(); instant += STEP) {
            for (var each : Index.values()) {
                add(each);
            }
            recording.advanceTo(instant);
        }
    }

    private long add(Index each) {
        var steps = each == Index.SPX ? 60 : 120;
        var quotes = new ArrayList<ContractQuote>();
        for (var step = -steps; step <= steps; step++) {
            for (var right : Right.values()) {
                var bid = Math.floorMod(step * 37 + (int) instant, 900);
                quotes.add(new ContractQuote(7000 + step * 5, right, bid, bid + 10, bid, 100, 1000));
            }
        }
        return Objects.requireNonNull(recording).add(new QuotePass(0, each, quotes), instant);
    }

    /** Deletes it. */
    @TearDown
    public void delete() {
        Objects.requireNonNull(recording).close();
        Objects.requireNonNull(recordings).delete(NAME);
    }

    @Benchmark
    public long pass() {
        instant += STEP;
        return add(index);
    }
}
