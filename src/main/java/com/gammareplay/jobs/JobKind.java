package com.gammareplay.jobs;

/** What a job is. Each kind has workers of its own. */
public enum JobKind {
    /** One replay. */
    BACKTEST,
    /** Many replays with different parameters. */
    SWEEP
}
