package com.gammareplay.jobs;

import com.gammareplay.replay.Backtests;
import com.gammareplay.report.ReportWriter;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Backtests as jobs: accepts, shows, cancels and forgets them. Thread-safe. */
@Component
public class Jobs {

    private final Backtests backtests;
    private final ReportWriter writer;
    private final JobStore store;
    private final JobQueue queue;
    private final RunningJobs running;
    private final InstantSource clock;

    Jobs(
            Backtests backtests,
            ReportWriter writer,
            JobStore store,
            JobQueue queue,
            RunningJobs running,
            InstantSource clock) {
        this.backtests = backtests;
        this.writer = writer;
        this.store = store;
        this.queue = queue;
        this.running = running;
        this.clock = clock;
    }

    /**
     * Accepts a backtest; once this returns, the job survives a crash.
     *
     * @throws com.gammareplay.replay.InvalidRequestException naming everything that is wrong
     */
    public Job submit(Submission submission) {
        var request = writer.request(backtests.read(submission.request()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return queue.add(Job.queued(UUID.randomUUID().toString(), submission, request, now));
    }

    /** The job of an id. */
    public Optional<Job> find(String id) {
        return store.find(id);
    }

    /** Up to {@code limit} jobs accepted before the one of a sequence number, the newest first. */
    public List<Job> newest(long before, int limit) {
        return store.newest(before, limit);
    }

    /** The place of a job among those that wait, from 1; empty if it does not wait. */
    public OptionalInt queuePosition(Job job) {
        return job.status() == JobStatus.QUEUED ? OptionalInt.of(store.queuePosition(job)) : OptionalInt.empty();
    }

    /** The places of all jobs that wait, from 1, by their sequence number. */
    public Map<Long, Integer> queuePositions() {
        var positions = new HashMap<Long, Integer>();
        store.queue().forEach(number -> positions.put(number, positions.size() + 1));
        return positions;
    }

    /** Cancels a job: at once if it waits, soon if it runs, not at all if it has ended. The job as it is then. */
    public Optional<Job> cancel(String id) {
        var job = store.cancel(id);
        if (job.map(Job::status).filter(JobStatus.CANCELLING::equals).isPresent()) {
            running.cancel(id);
        }
        return job;
    }

    /** Forgets a finished job and its result; false if it is not finished or not there. */
    public boolean delete(String id) {
        return store.delete(id);
    }

    /** A document of a job that has succeeded. */
    public Optional<InputStream> document(String id, JobDocument document) {
        return store.document(id, document);
    }
}
