package com.gammareplay.jobs;

/** Keys of the logs' context. */
public final class LogKeys {

    /** The job that a worker runs. */
    public static final String JOB = "job";

    /** The request that is served, or that the job came with. */
    public static final String REQUEST = "request";

    private LogKeys() {}
}
