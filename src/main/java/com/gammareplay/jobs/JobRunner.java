package com.gammareplay.jobs;

import com.gammareplay.jobs.RunningJob.End;
import com.gammareplay.replay.Backtests;
import com.gammareplay.report.ReportWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Replays one job and keeps what came of it. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Backtests backtests;
    private final ReportWriter writer;
    private final SubmissionReader reader;
    private final JobStore store;
    private final RunningJobs running;
    private final JobEvents events;
    private final JobMetrics metrics;
    private final Quarantine quarantine;
    private final TaskScheduler timer;
    private final JobSettings settings;
    private final InstantSource clock;

    JobRunner(
            Backtests backtests,
            ReportWriter writer,
            SubmissionReader reader,
            JobStore store,
            RunningJobs running,
            JobEvents events,
            JobMetrics metrics,
            Quarantine quarantine,
            TaskScheduler timer,
            JobSettings settings,
            InstantSource clock) {
        this.backtests = backtests;
        this.writer = writer;
        this.reader = reader;
        this.store = store;
        this.running = running;
        this.events = events;
        this.metrics = metrics;
        this.quarantine = quarantine;
        this.timer = timer;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to become of a job's place in the queue. */
    enum Outcome {
        /** It has ended. */
        DONE,
        /** It has to be run again, in its turn. */
        PUT_BACK,
        /** It runs already, here: whether it is to be run again will be known later. */
        BUSY
    }

    /**
     * Runs a job to its end, if it has not ended.
     *
     * @param request id of the request that the job came with, for the logs
     */
    Outcome run(String id, @Nullable String request) {
        try (var _ = MDC.putCloseable(LogKeys.JOB, id);
                var _ = MDC.putCloseable(LogKeys.REQUEST, request == null ? "" : request)) {
            var job = store.find(id);
            return job.isEmpty() ? Outcome.DONE : run(job.get());
        } catch (InterruptedException _) { // the service stops
            Thread.currentThread().interrupt();
            return Outcome.PUT_BACK;
        }
    }

    private Outcome run(Job job) throws InterruptedException {
        var lock = quarantine.enter(job);
        try {
            if (running.contains(job.id())) {
                return Outcome.BUSY;
            }
            if (running.isStopping()) {
                return Outcome.PUT_BACK; // the scheduler had picked it already, but it has not begun
            }
            return store.start(job.id()).map(this::attempt).orElse(Outcome.DONE);
        } finally {
            lock.unlock();
        }
    }

    private Outcome attempt(Job job) {
        var feed = events.begin(job);
        var attempt = new RunningJob(job, store, feed, clock);
        var began = clock.instant();
        var outcome = "failed";
        running.add(attempt);
        if (!store.isRunning(job)) { // cancelled before it could be told
            attempt.end(End.CANCELLED);
        }
        var timeout =
                timer.schedule(() -> attempt.end(End.TIMED_OUT), clock.instant().plus(settings.jobTimeout()));
        try {
            LOG.info("Started, attempt {}", job.attempt());
            replay(job, attempt);
            outcome = "succeeded";
            return Outcome.DONE;
        } catch (CancellationException _) {
            outcome = outcome(attempt.end());
            return ended(job, attempt);
        } catch (NestedRuntimeException failure) { // the jobs database cannot be used: tried again, not the job's fault
            outcome = "put-back";
            throw failure;
        } catch (Throwable failure) { // a job that runs out of memory must not take the worker with it
            failed(job, JobError.of(failure), failure);
            return Outcome.DONE;
        } finally {
            timeout.cancel(false);
            running.remove(attempt);
            events.end(feed);
            metrics.ended(outcome, began);
        }
    }

    private static String outcome(@Nullable End end) {
        return end == End.STOPPED ? "put-back" : end == End.TIMED_OUT ? "failed" : "cancelled";
    }

    private void replay(Job job, RunningJob attempt) {
        var request = backtests.readAccepted(
                reader.read(job.request().getBytes(StandardCharsets.UTF_8)).request());
        var result = backtests.run(request, metrics.counting(attempt));
        metrics.read(result);
        store.succeed(job, JobDocuments.of(result, writer), attempt.lastProgress());
        LOG.info("Finished");
    }

    private Outcome ended(Job job, RunningJob attempt) {
        var end = attempt.end();
        if (end == End.STOPPED && store.putBack(job)) {
            LOG.info("Put back into the queue by the stop of the service");
            return Outcome.PUT_BACK;
        }
        if (end == End.TIMED_OUT) {
            LOG.warn("Failed, it took longer than {}", settings.jobTimeout());
            store.fail(job, JobError.timeout(settings.jobTimeout()));
        } else {
            LOG.info("Cancelled");
            store.cancelled(job);
        }
        return Outcome.DONE;
    }

    private void failed(Job job, JobError error, Throwable failure) {
        if (error.code().equals("internal")) {
            LOG.error("Failed", failure);
        } else {
            LOG.warn("Failed, {}: {}", error.code(), error.detail());
        }
        store.fail(job, error);
    }
}
