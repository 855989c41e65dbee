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
     * Reads a request anew that {@link #read} accepted before, without looking at the datasets: should one have gone or
     * broken since, {@link #run} says so.
     */
    ReplayRequest readAccepted(RawRequest raw);

    /**
     * Replays a request.
     *
     * @throws com.gammareplay.marketdata.DataException if the recording is gone or broken
     * @throws java.util.concurrent.CancellationException once the listener says so
     */
    ReplayResult run(ReplayRequest request, ReplayListener listener);
}
