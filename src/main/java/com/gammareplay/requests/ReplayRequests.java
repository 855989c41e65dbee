package com.gammareplay.requests;

import com.gammareplay.replay.ReplayRequest;

/** Checks requests for replays. Thread-safe. */
public interface ReplayRequests {

    /**
     * Checks a request against the datasets, and fills in its defaults.
     *
     * @throws InvalidRequestException naming everything that is wrong
     */
    ReplayRequest read(RawRequest raw);

    /**
     * Reads a request anew that {@link #read} accepted before, without looking at the datasets: should one have gone or
     * broken since, whoever runs it says so.
     */
    ReplayRequest readAccepted(RawRequest raw);
}
