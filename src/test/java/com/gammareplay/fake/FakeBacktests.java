package com.gammareplay.fake;

import com.gammareplay.bot.InvalidParametersException;
import com.gammareplay.bot.ParameterValues;
import com.gammareplay.bot.Preset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.statistics.Statistics;
import com.gammareplay.trading.Ledger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads requests roughly as the engine does; a run does what the test has told it to. */
public final class FakeBacktests implements Backtests {

    /** What a run does before it gives its result. */
    public interface Behaviour {
        void run(ReplayRequest request, ReplayListener listener) throws InterruptedException;
    }

    /** Runs until it is told to end. */
    public static final Behaviour UNTIL_CANCELLED = (_, listener) -> {
        while (!listener.isCancelled()) {
            Thread.onSpinWait();
        }
    };

    /** Does nothing. */
    static final Behaviour QUICK = (_, _) -> {};

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    private final DatasetCatalog catalog;
    private volatile Behaviour behaviour;

    FakeBacktests(DatasetCatalog catalog, Behaviour first) {
        this.catalog = catalog;
        behaviour = first;
    }

    public void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public void behaveQuickly() {
        behaviour = QUICK;
    }

    /** Progress after a number of ten sessions. */
    public static ReplayListener.Progress progress(int sessionsDone) {
        var session = new Session(DAY.plusDays(sessionsDone), 0, 23_400, false);
        return new ReplayListener.Progress(
                sessionsDone, 10, sessionsDone * 781L, 7810, session, sessionsDone * 2, sessionsDone * 1050L);
    }

    /** Goes on saying how far it is, as replays do, until something is over or it is cancelled. */
    public static void goOn(ReplayListener listener, int sessionsDone, CountDownLatch until)
            throws InterruptedException {
        while (!listener.isCancelled() && !until.await(10, TimeUnit.MILLISECONDS)) {
            listener.progress(progress(sessionsDone));
        }
    }

    @Override
    public ReplayRequest readAccepted(RawRequest raw) {
        return read(raw);
    }

    @Override
    public ReplayRequest read(RawRequest raw) {
        var problems = new ArrayList<InvalidRequestException.Problem>();
        var dataset = raw.dataset() == null ? "demo" : raw.dataset();
        if (catalog.dataset(dataset).isEmpty()) {
            problems.add(new InvalidRequestException.Problem("/dataset", "unknown dataset, did you mean demo?"));
        }
        var preset = Optional.ofNullable(raw.preset()).flatMap(Preset::find).orElse(Preset.LIVE);
        var parameters = parameters(preset, raw, problems);
        if (!problems.isEmpty() || parameters == null) {
            throw new InvalidRequestException(problems);
        }
        var named = Arrays.stream(Index.values())
                .filter(index -> raw.indices() != null && raw.indices().contains(index.name()))
                .toList();
        var indices = named.isEmpty() ? Arrays.asList(Index.values()) : named;
        var zone = ZoneId.of(raw.databaseZone() == null ? "UTC" : raw.databaseZone());
        return new ReplayRequest(dataset, zone, indices, DAY, DAY.plusDays(1), preset, parameters, 2_500_000, 0);
    }

    private static @Nullable ParameterValues parameters(
            Preset preset, RawRequest raw, List<InvalidRequestException.Problem> problems) {
        try {
            Map<String, ? extends @Nullable Object> changes = raw.parameters() == null ? Map.of() : raw.parameters();
            return ParameterValues.read(preset, changes);
        } catch (InvalidParametersException e) {
            e.problems()
                    .forEach(problem -> problems.add(new InvalidRequestException.Problem(
                            "/parameters/" + problem.parameter(), problem.message())));
            return null;
        }
    }

    @Override
    public ReplayResult run(ReplayRequest request, ReplayListener listener) {
        try {
            behaviour.run(request, listener);
        } catch (InterruptedException e) {
            throw new CancellationException(String.valueOf(e.getMessage()));
        }
        if (listener.isCancelled()) {
            throw new CancellationException("the listener says so");
        }
        listener.progress(progress(10));
        return result(request);
    }

    private static ReplayResult result(ReplayRequest request) {
        var ledger = new Ledger(request.startingBalance(), List.of(), List.of(), List.of());
        var provenance = new Provenance(request.dataset(), "UTC", true, "data", "parameters", "calendar", "version");
        return new ReplayResult(request, Statistics.of(ledger), List.of(), ledger, List.of(), provenance);
    }
}
