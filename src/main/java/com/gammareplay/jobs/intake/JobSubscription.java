package com.gammareplay.jobs.intake;

import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobEvent.Closed;
import com.gammareplay.jobs.JobEvent.End;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobEvent.State;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.store.JobTrades;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Reads what happens to a job. It keeps a place, not events: a reader that is slow takes no more memory than one that is
 * not. Read by one thread; may be closed by any.
 */
public final class JobSubscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobSubscription.class);

    private final String job;
    private final Consumer<JobSubscription> whenClosed;
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable JobLook newest;
    private @Nullable JobLook read; // written by the reader alone
    private volatile boolean over;
    private @Nullable EventId last;
    private @Nullable JobProgress told;
    private @Nullable Iterator<String> result;

    JobSubscription(JobLook first, @Nullable EventId after, Consumer<JobSubscription> whenClosed) {
        this.job = first.job().id();
        this.newest = first;
        this.last = after;
        this.whenClosed = whenClosed;
    }

    /** The id of the job. */
    String job() {
        return job;
    }

    /** Hears what a look found, null if there will be nothing more to read. */
    void see(@Nullable JobLook look) {
        lock.lock();
        try {
            if (look == null) {
                over = true;
            } else if (newest == null || !newest.job().equals(look.job())) {
                newest = look;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for events, first those that were missed. Progress is told as it is when it is read; what it was before is
     * left out.
     *
     * @param atMost how long to wait
     * @return none if the time has passed
     */
    public List<JobEvent> next(Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        var events = List.<JobEvent>of();
        for (var look = await(deadline); look != null; look = events.isEmpty() ? await(deadline) : null) {
            events = read(look);
        }
        return events;
    }

    /** None if the look has nothing new for this reader, or the database cannot be read: then the next one will do. */
    private List<JobEvent> read(JobLook look) {
        try {
            return events(look);
        } catch (NestedRuntimeException e) {
            LOG.debug("The jobs database cannot be read", e);
            result = null;
            forget(look);
            return List.of();
        }
    }

    private @Nullable JobLook await(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = deadline - System.nanoTime();
            while (!over && !hasNews() && left > 0) {
                left = news.awaitNanos(left);
            }
            return over || !hasNews() ? null : newest;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasNews() {
        return newest != read;
    }

    /** Lets the next look be news in any case. */
    private void forget(JobLook failed) {
        lock.lock();
        try {
            if (newest == failed) {
                newest = null;
                read = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private List<JobEvent> events(JobLook look) {
        var now = look.job();
        var known = last == null || last.attempt() != now.attempt() ? null : last;
        if (now.status() == JobStatus.SUCCEEDED && result == null) {
            known = isReached(look, known) ? known : null;
        }
        var place = known == null ? 0 : known.trades();
        var trades = result == null ? look.page(place) : some(result);
        var events = new ArrayList<JobEvent>(); // from here on nothing fails, so that nothing is told twice
        if (known == null || known.status() != now.status()) {
            events.add(new State(id(now, place, false), now));
        }
        for (var json : trades) {
            events.add(new Closed(id(now, ++place, false), json));
        }
        last = id(now, place, false);
        if (trades.size() < JobTrades.PAGE) {
            read = look;
            conclude(now, place, events);
        }
        return events;
    }

    /** Goes to the place in the result; to its beginning, and false, if it has no such place. */
    private boolean isReached(JobLook look, @Nullable EventId known) {
        var trades = look.result();
        var left = known == null ? 0 : known.trades();
        for (; left > 0 && trades.hasNext(); left--) {
            trades.next();
        }
        result = left == 0 ? trades : look.result();
        return left == 0;
    }

    private static List<String> some(Iterator<String> trades) {
        var some = new ArrayList<String>();
        while (some.size() < JobTrades.PAGE && trades.hasNext()) {
            some.add(trades.next());
        }
        return some;
    }

    private void conclude(Job now, int trades, List<JobEvent> events) {
        var progress = now.progress();
        if (now.status() == JobStatus.RUNNING && progress != null && !progress.equals(told)) {
            told = progress;
            events.add(new Progress(id(now, trades, false), now));
        }
        if (now.status().isFinal()) {
            events.add(new End(id(now, trades, true), now));
            over = true;
        }
    }

    private static EventId id(Job job, int trades, boolean end) {
        return new EventId(job.attempt(), trades, job.status(), end);
    }

    /** True once everything has been read, or this is closed. */
    public boolean isOver() {
        return over;
    }

    /** Ends the reading; who waits for events gets none. */
    @Override
    public void close() {
        see(null);
        whenClosed.accept(this);
    }
}
