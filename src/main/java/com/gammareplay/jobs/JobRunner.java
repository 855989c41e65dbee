package com.gammareplay.jobs;

import com.gammareplay.replay.Backtests;
import com.gammareplay.report.ReportWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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
    private final JobMetrics metrics;
    private final InstantSource clock;

    JobRunner(
            Backtests backtests,
            ReportWriter writer,
            SubmissionReader reader,
            JobStore store,
            RunningJobs running,
            JobMetrics metrics,
            InstantSource clock) {
        this.backtests = backtests;
        this.writer = writer;
        this.reader = reader;
        this.store = store;
        this.running = running;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Runs a job to its end; false if it has to be run again later.
     *
     * @param request id of the request that the job came with, for the logs
     */
    boolean run(String id, @Nullable String request) {
        if (running.isStopping()) {
            return false; // the scheduler had picked it already, but it has not begun
        }
        try (var _ = MDC.putCloseable(LogKeys.JOB, id);
                var _ = MDC.putCloseable(LogKeys.REQUEST, request == null ? "" : request)) {
            return store.start(id).map(this::attempt).orElse(true);
        }
    }

    private boolean attempt(Job job) {
        var attempt = new RunningJob(job, store, clock);
        var began = clock.instant();
        var outcome = "failed";
        running.add(attempt);
        try {
            LOG.info("Started, attempt {}", job.attempt());
            replay(job, attempt);
            outcome = "succeeded";
            return true;
        } catch (CancellationException _) {
            outcome = attempt.isStopped() ? "put-back" : "cancelled";
            return ended(job, attempt);
        } catch (Throwable failure) { // a job that runs out of memory must not take the worker with it
            failed(job, failure);
            return true;
        } finally {
            running.remove(attempt);
            metrics.ended(outcome, began);
        }
    }

    private void replay(Job job, RunningJob attempt) {
        var request = backtests.readAccepted(
                reader.read(job.request().getBytes(StandardCharsets.UTF_8)).request());
        var result = backtests.run(request, metrics.counting(attempt));
        metrics.read(result);
        store.succeed(job, JobDocuments.of(result, writer), attempt.lastProgress());
        LOG.info("Finished");
    }

    private boolean ended(Job job, RunningJob attempt) {
        if (attempt.isStopped()) {
            LOG.info("Put back into the queue by the stop of the service");
            store.putBack(job);
            return false;
        }
        LOG.info("Cancelled");
        store.cancelled(job);
        return true;
    }

    private void failed(Job job, Throwable failure) {
        var error = JobError.of(failure);
        if (error.code().equals("internal")) {
            LOG.error("Failed", failure);
        } else {
            LOG.warn("Failed, {}: {}", error.code(), error.detail());
        }
        store.fail(job, error);
    }
}
