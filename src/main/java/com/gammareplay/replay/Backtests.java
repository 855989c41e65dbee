package com.gammareplay.replay;

/** Reads requests and runs them: what jobs, the HTTP API and the command line share. Thread-safe. */
public interface Backtests {

    /**
     * Checks a request against the datasets, and fills in its defaults.
     *
     * @throws InvalidRequestException naming everything that is wrong
     */
    ReplayRequest read(RawRequest raw);

    /**
     * Replays a request.
     *
     * @throws com.gammareplay.marketdata.DataException if the recording is gone or broken
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    ReplayResult run(ReplayRequest request, ReplayListener listener);
}
