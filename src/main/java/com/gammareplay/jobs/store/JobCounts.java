package com.gammareplay.jobs.store;

import com.gammareplay.jobs.JobStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How many jobs there are; counted at most once a second, however many ask. Thread-safe. */
@Component
public class JobCounts {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JobRows rows;
    private final JdbcClient jdbc;
    private final TransactionOperations reading;
    private final InstantSource clock;
    private @Nullable Counted last;

    JobCounts(JobRows rows, JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.reading = transactions.reading();
        this.clock = clock;
    }

    private record Counted(long nanoTime, Map<JobStatus, Long> jobs, Optional<Long> oldest) {}

    /** Jobs in a state. */
    public long jobs(JobStatus status) {
        return counted().jobs().getOrDefault(status, 0L);
    }

    /** How long the job that waits longest has been waiting; zero if none waits. */
    public Duration oldestWait() {
        return counted()
                .oldest()
                .map(accepted -> Duration.ofMillis(clock.millis() - accepted))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private synchronized Counted counted() {
        var now = System.nanoTime();
        var known = last;
        if (known == null || now - known.nanoTime() > FRESH.toNanos()) {
            known = reading.execute(_ -> new Counted(now, count(), rows.oldestWaiting()));
            last = known;
        }
        return known;
    }

    private Map<JobStatus, Long> count() {
        var counts = new EnumMap<JobStatus, Long>(JobStatus.class);
        jdbc.sql("select status, count(*) from job group by status").query(row -> {
            counts.put(JobStatus.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }
}
