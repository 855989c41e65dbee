package com.gammareplay.fake;

import com.gammareplay.model.Session;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.statistics.AccountHistory;
import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An engine whose runs do what the test has told them to. */
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

    static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    private volatile Behaviour behaviour;

    FakeBacktests(Behaviour first) {
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
        var history = new AccountHistory(request.startingBalance());
        return new ReplayResult(
                request,
                Summary.of(ledger, history),
                history.drawdowns(ledger),
                List.of(),
                ledger,
                List.of(),
                provenance);
    }
}
