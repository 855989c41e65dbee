package com.gammareplay.replay.sweep;

import com.gammareplay.replay.ReplayListener;
import java.util.Optional;

/** Runs sweeps. Thread-safe. */
public interface Sweeps {

    /**
     * Runs what the journal does not have yet.
     *
     * @return the walk-forward test, if one was asked for
     * @throws com.gammareplay.marketdata.DataException if the recording is gone or broken
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    Optional<WalkForwardResult> run(SweepRequest sweep, SweepJournal journal, ReplayListener listener);
}
