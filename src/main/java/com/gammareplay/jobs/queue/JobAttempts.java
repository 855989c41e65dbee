package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobError;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobWork;
import com.gammareplay.jobs.queue.Quarantine.Permit;
import com.gammareplay.jobs.queue.RunningJob.End;
import com.gammareplay.jobs.replicas.Replicas;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.store.StorageTrouble;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.MappedFiles;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Makes attempts at jobs and keeps what came of them. */
@Component
class JobAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(JobAttempts.class);

    private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
    private final JobStore store;
    private final RunningJobs running;
    private final JobMetrics metrics;
    private final Quarantine quarantine;
    private final Replicas replicas;
    private final TaskScheduler timer;
    private final InstantSource clock;

    JobAttempts(
            List<JobWork> works,
            JobStore store,
            RunningJobs running,
            JobMetrics metrics,
            Quarantine quarantine,
            Replicas replicas,
            TaskScheduler timer,
            InstantSource clock) {
        works.forEach(work -> this.works.put(work.kind(), work));
        this.store = store;
        this.running = running;
        this.metrics = metrics;
        this.quarantine = quarantine;
        this.replicas = replicas;
        this.timer = timer;
        this.clock = clock;
    }

    /** Makes the attempt that has just begun. */
    Outcome make(Job job, Permit permit) {
        var work = Objects.requireNonNull(works.get(job.kind()));
        var attempt = new RunningJob(job, store, metrics, clock);
        var began = clock.instant();
        var outcome = "failed";
        var limit = timer.schedule(() -> attempt.end(End.TIMED_OUT), began.plus(work.timeout()));
        running.add(attempt);
        try {
            LOG.info("Started, attempt {}", job.attempt());
            if (job.attempt() == 1) {
                metrics.claimed(job.createdAt());
            }
            var result = work.run(job, attempt, () -> attempt.letOthersPass(permit));
            var isKept = store.succeed(job, result, attempt.lastProgress());
            LOG.info(isKept ? "Finished" : "Finished in vain: cancelled, or left to another attempt");
            outcome = isKept ? "succeeded" : "cancelled";
            return Outcome.DONE;
        } catch (CancellationException _) {
            outcome = outcome(attempt.end());
            return ended(job, attempt, work);
        } catch (NestedRuntimeException failure) {
            outcome = isPassing(failure) ? "put-back" : "failed";
            return unwritten(job, failure);
        } catch (Throwable failure) { // a job that runs out of memory must not take the worker with it
            if (helpsToRepeat(failure, job, permit)) {
                outcome = "put-back";
                return interrupted(job, failure);
            }
            if (isElsewhere(failure)) {
                outcome = "put-back";
                LOG.warn("Put back into the queue for another replica: {}", failure.getMessage());
                return store.putBack(job) ? Outcome.LATER : Outcome.DONE;
            }
            failed(job, JobError.of(failure), failure);
            return Outcome.DONE;
        } finally {
            limit.cancel(false);
            running.remove(attempt);
            metrics.ended(outcome, began);
        }
    }

    private static String outcome(@Nullable End end) {
        return end == End.STOPPED ? "put-back" : end == End.TIMED_OUT ? "failed" : "cancelled";
    }

    /** Whether the jobs database can be used again some time: not so if it refuses what a defect would write. */
    private boolean isPassing(NestedRuntimeException failure) {
        return StorageTrouble.in(failure).isPresent() || running.isStopping();
    }

    /** The job waits until it can be written, if that helps; whoever cannot even write that is asked again later. */
    private Outcome unwritten(Job job, NestedRuntimeException failure) {
        if (!isPassing(failure)) {
            failed(job, JobError.of(failure), failure);
            return Outcome.DONE;
        }
        LOG.warn("Its end could not be written, it will be run again: {}", failure.getMessage());
        return store.putBack(job) ? Outcome.LATER : Outcome.DONE;
    }

    /** A kept day that was cut off will be read anew; memory may have been what others took. */
    private boolean helpsToRepeat(Throwable failure, Job job, Permit permit) {
        var wasShort = failure instanceof OutOfMemoryError && !permit.isAlone();
        if (wasShort) {
            quarantine.suspect(job);
        }
        return wasShort || MappedFiles.isCutOff(failure);
    }

    /** A recording that is not here may be where another replica runs, which has time to take the job. */
    private boolean isElsewhere(Throwable failure) {
        return failure instanceof DataException data
                && data.kind() == DataException.Kind.MISSING
                && replicas.lacksAny();
    }

    private Outcome ended(Job job, RunningJob attempt, JobWork work) {
        var end = attempt.end();
        if (end == End.STOPPED && store.putBack(job)) {
            LOG.info("Put back into the queue by the stop of the service");
            return Outcome.PUT_BACK;
        }
        if (end == End.TIMED_OUT) {
            LOG.warn("Failed, it took longer than {}", work.timeout());
            store.fail(job, JobError.timeout(work.timeout()));
        } else {
            LOG.info(store.cancelled(job) ? "Cancelled" : "Left to another attempt");
        }
        return Outcome.DONE;
    }

    private Outcome interrupted(Job job, Throwable failure) {
        if (store.tryAgain(job)) {
            LOG.warn("Put back into the queue: {}", failure.toString());
            return Outcome.PUT_BACK;
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
