package com.gammareplay.jobs.intake;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.store.JobTrades;
import java.util.Iterator;
import java.util.List;

/**
 * A job as one look at its row found it. Those who follow it share the look: trades are read once for all that are at the
 * same place. Thread-safe.
 */
final class JobLook {

    private final Job job;
    private final JobTrades trades;
    private List<String> page = List.of();
    private int place = -1;

    JobLook(Job job, JobTrades trades) {
        this.job = job;
        this.trades = trades;
    }

    Job job() {
        return job;
    }

    /** Some trades behind a number of them, as the look finds them; until the result has them. */
    synchronized List<String> page(int after) {
        if (after != place) {
            page = trades.page(job, after);
            place = after;
        }
        return page;
    }

    /** The trades of the result. */
    Iterator<String> result() {
        return trades.result(job);
    }
}
