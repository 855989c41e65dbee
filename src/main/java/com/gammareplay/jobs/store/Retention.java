package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobSettings;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what has been kept long enough, a little at a time so that submissions come in between. */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    /** A sweep may have a hundred thousand rows, and nothing else is written while they are deleted. */
    private static final int JOBS_AT_ONCE = 1;

    private static final int KEYS_AT_ONCE = 20;

    private final JobRows rows;
    private final IdempotencyKeys keys;
    private final JobSettings settings;
    private final InstantSource clock;

    Retention(JobRows rows, IdempotencyKeys keys, JobSettings settings, InstantSource clock) {
        this.rows = rows;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets what ended too long ago. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void purge() {
        var jobs = 0;
        int deleted;
        do {
            deleted = rows.deleteFinishedBefore(
                    clock.instant().minus(settings.retention()).toEpochMilli(), JOBS_AT_ONCE);
            jobs += deleted;
        } while (deleted == JOBS_AT_ONCE);
        if (jobs > 0) {
            LOG.info(
                    "Deleted {} jobs that ended more than {} days ago",
                    jobs,
                    settings.retention().toDays());
        }
        while (keys.purge(KEYS_AT_ONCE) == KEYS_AT_ONCE) {}
    }
}
