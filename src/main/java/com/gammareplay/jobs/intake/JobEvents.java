package com.gammareplay.jobs.intake;

import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.store.JobRows;
import com.gammareplay.jobs.store.JobTable;
import com.gammareplay.jobs.store.JobTrades;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells what happens to jobs, wherever they run: the rows of all that are followed are looked at together twice a second.
 * Thread-safe.
 */
@Component
public class JobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

    private final JobRows rows;
    private final JobTable table;
    private final JobTrades trades;
    private final Set<JobSubscription> readers = new HashSet<>();

    JobEvents(JobRows rows, JobTable table, JobTrades trades) {
        this.rows = rows;
        this.table = table;
        this.trades = trades;
    }

    /**
     * What happens to a job from now on, and before it what somebody missed who knows {@code after}: the state, trades
     * that were closed since, the newest progress. Without {@code after}, or with one that does not fit the job, all of
     * the present attempt.
     *
     * @return empty if there is no such job
     */
    public synchronized Optional<JobSubscription> subscribe(String id, @Nullable EventId after) {
        var isKnown = after != null && trades.has(id, after); // before the row, for they may go at any moment
        var reader = table.find(id).map(job -> {
            var isInResult = job.status() == JobStatus.SUCCEEDED;
            return new JobSubscription(new JobLook(job, trades), isKnown || isInResult ? after : null, this::leave);
        });
        reader.ifPresent(readers::add);
        return reader;
    }

    private synchronized void leave(JobSubscription reader) {
        readers.remove(reader);
    }

    /** One after another, so that nobody sees a job as it was before. */
    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void look() {
        if (readers.isEmpty()) {
            return;
        }
        try {
            var ids = readers.stream().map(JobSubscription::job).collect(Collectors.toSet());
            var found = rows.find(ids).stream()
                    .map(job -> new JobLook(job, trades))
                    .collect(Collectors.toMap(look -> look.job().id(), Function.identity()));
            readers.forEach(reader -> reader.see(found.get(reader.job())));
        } catch (NestedRuntimeException e) {
            LOG.debug("The jobs database cannot be read", e);
        }
    }
}
