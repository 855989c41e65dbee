package com.gammareplay.jobs;

import com.gammareplay.trading.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who watch a job what happens to it. They read its log, each at a pace of its own: whoever adds something
 * waits for nobody. Thread-safe.
 */
final class JobFeed {

    private final String id;
    private final JobFeedSource source;
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final JobLog log = new JobLog();
    private boolean runsHere;

    JobFeed(String id, JobFeedSource source) {
        this.id = id;
        this.source = source;
    }

    String id() {
        return id;
    }

    /** An attempt begins in this process, which from now on tells all of it. */
    void begin(Job job) {
        locked(() -> {
            runsHere = true;
            var known = log.job();
            if (known == null || known.attempt() < job.attempt()) {
                log.update(job, null);
            }
        });
    }

    /** The attempt in this process is over. */
    void end() {
        locked(() -> runsHere = false);
    }

    /** Looks at the job's row; within the lock, so that no state is followed by an earlier one. */
    void refresh() {
        locked(() -> {
            if (!log.isOver()) {
                source.job(id).ifPresentOrElse(this::update, log::gone);
            }
        });
    }

    private void update(Job row) {
        var isResult = row.status() == JobStatus.SUCCEEDED && !runsHere;
        log.update(row, isResult ? source.trades(id) : null);
    }

    void progress(JobProgress progress) {
        locked(() -> log.progress(progress));
    }

    void closed(Trade trade) {
        locked(() -> log.closed(() -> source.json(trade)));
    }

    boolean runsHere() {
        lock.lock();
        try {
            return runsHere;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a row, null if there is none, says what is not known yet. */
    boolean isBehind(@Nullable Job row) {
        lock.lock();
        try {
            var known = log.job();
            return !log.isOver()
                    && (row == null
                            || known == null
                            || row.attempt() != known.attempt()
                            || row.status() != known.status()
                            || !Objects.equals(row.progress(), known.progress()));
        } finally {
            lock.unlock();
        }
    }

    /** Lets a reader begin behind what it knows; empty if there is no such job. */
    Optional<JobSubscription> subscribe(@Nullable EventId after, Runnable whenClosed) {
        lock.lock();
        try {
            return Optional.ofNullable(log.job()).map(_ -> new JobSubscription(this, log, after, whenClosed));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a reader has something to read, and reads it; nothing if the time has passed. */
    List<JobEvent> await(JobSubscription reader, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = atMost.toNanos();
            while (!reader.hasNews(log) && left > 0) {
                left = news.awaitNanos(left);
            }
            return reader.read(log);
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait look again. */
    void wake() {
        locked(() -> {});
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
