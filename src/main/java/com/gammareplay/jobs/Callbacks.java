package com.gammareplay.jobs;

import com.gammareplay.requests.CallbackUrl;
import java.util.Optional;

/** Tells clients of the end of their jobs. */
public interface Callbacks {

    /** What is wrong with a URL that a client wants to be called at; empty if it may be called. */
    Optional<String> problem(CallbackUrl url);

    /**
     * Notes that a job with a callback has ended, within the transaction that ends it, so that neither is kept without
     * the other.
     */
    void ended(Job job);

    /** Takes up what an earlier process was telling; called before anything is told, by a process that is the only one. */
    void takeUp();
}
