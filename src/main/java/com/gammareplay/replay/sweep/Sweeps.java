package com.gammareplay.replay.sweep;

import com.gammareplay.replay.ReplayListener;
import java.util.Optional;

/** Reads requests for sweeps and runs them. Thread-safe. */
public interface Sweeps {

    /**
     * Checks a request against the datasets, and fills in its defaults.
     *
     * @throws com.gammareplay.replay.InvalidRequestException naming everything that is wrong
     */
    SweepRequest read(RawSweep raw);

    /** Reads a request anew that {@link #read} accepted before, without looking at the datasets. */
    SweepRequest readAccepted(RawSweep raw);

    /**
     * Runs what the journal does not have yet.
     *
     * @return the walk-forward test, if one was asked for
     * @throws com.gammareplay.marketdata.DataException if the recording is gone or broken
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    Optional<WalkForwardResult> run(SweepRequest sweep, SweepJournal journal, ReplayListener listener);
}
