package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.queue.Quarantine.Permit;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.trading.Trade;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * One attempt at a job while it runs: hears its replay's progress and trades, writes them now and then, lets others pass,
 * and ends it when asked to.
 */
final class RunningJob implements ReplayListener {

    /** Why an attempt is to end before its replay does. */
    enum End {
        /** Somebody asked for it, or the job is not this attempt's any more. */
        CANCELLED,
        /** It took too long. */
        TIMED_OUT,
        /** The service stops; the job is to be run again. */
        STOPPED
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final Job job;
    private final JobStore store;
    private final JobMetrics metrics;
    private final InstantSource clock;
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final ProgressPace pace = new ProgressPace(System::nanoTime);
    private final List<Trade> closed = new ArrayList<>();
    private int written;
    private @Nullable JobProgress last;

    RunningJob(Job job, JobStore store, JobMetrics metrics, InstantSource clock) {
        this.job = job;
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
    }

    String id() {
        return job.id();
    }

    /** Whether a job as its row is now is still to run, and in this attempt. */
    boolean isAttemptOf(@Nullable Job now) {
        return now != null && now.status() == JobStatus.RUNNING && now.attempt() == job.attempt();
    }

    /** Ends the replay at its next tick; the first reason counts. */
    void end(End reason) {
        end.compareAndSet(null, reason);
    }

    @Nullable
    End end() {
        return end.get();
    }

    @Nullable
    JobProgress lastProgress() {
        return last;
    }

    /**
     * Lets others go first, unless deaths count against the job: it has to come further before, which forgives them. So it
     * can be blamed once, not again and again, for a process that dies of another while it lets that one pass.
     */
    void letOthersPass(Permit permit) {
        if (permit.isInTheWay()
                && store.find(job.id()).filter(found -> found.deaths() == 0).isPresent()) {
            try {
                permit.letOthersPass(this::isCancelled);
            } catch (InterruptedException _) { // the service stops
                Thread.currentThread().interrupt();
                end(End.STOPPED);
                throw new CancellationException();
            }
        }
    }

    @Override
    public void progress(Progress progress) {
        var now = JobProgress.of(progress, clock.instant());
        metrics.ticked(now.ticksDone() - (last == null ? 0 : last.ticksDone()));
        last = now;
        pace.say(() -> write(now));
    }

    @Override
    public void closed(Trade trade) {
        closed.add(trade);
    }

    /** What cannot be written now will be, with what is known by then: a busy or full disk must not end a replay. */
    private void write(JobProgress progress) {
        try {
            if (store.progress(job, progress, written, closed)) {
                written += closed.size();
                closed.clear();
            } else {
                end(End.CANCELLED);
            }
        } catch (NestedRuntimeException e) {
            LOG.warn("The progress could not be written: {}", e.getMessage());
        }
    }

    @Override
    public boolean isCancelled() {
        return end.get() != null;
    }
}
