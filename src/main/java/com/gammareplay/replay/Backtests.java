package com.gammareplay.replay;

/** Runs replays: what jobs, the HTTP API and the command line share. Thread-safe. */
public interface Backtests {

    /**
     * Replays a request.
     *
     * @throws com.gammareplay.marketdata.DataException if the recording is gone or broken
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    ReplayResult run(ReplayRequest request, ReplayListener listener);
}
