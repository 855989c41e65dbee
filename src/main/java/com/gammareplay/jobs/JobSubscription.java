package com.gammareplay.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happens to a job. It keeps a place, not events: a reader that is slow takes no more memory than one that is
 * not. Read by one thread; may be closed by any.
 */
public final class JobSubscription implements AutoCloseable {

    private static final int MOST_AT_ONCE = 100;

    /** Many readers that look at each single event would keep its sender from the log. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JobFeed feed;
    private final Runnable whenClosed;
    private Iterator<JobEvent> missed;
    private boolean readsResult;
    private @Nullable EventId last;
    private long place;
    private int progressVersion;
    private boolean caughtUp;
    private boolean read;
    private final AtomicBoolean closed = new AtomicBoolean();

    JobSubscription(JobFeed feed, JobLog log, @Nullable EventId after, Runnable whenClosed) {
        this.feed = feed;
        this.whenClosed = whenClosed;
        this.last = after;
        this.missed = log.since(after);
        this.readsResult = log.isStored();
        this.place = log.end();
        this.progressVersion = log.progressVersion() - 1;
    }

    /**
     * Waits for events, first those that were missed. Progress is told as it is when it is read; what it was before is
     * left out.
     *
     * @param atMost how long to wait
     * @return none if the time has passed
     */
    public List<JobEvent> next(Duration atMost) throws InterruptedException {
        if (caughtUp) {
            Thread.sleep(PAUSE);
        }
        var events = isOver() || !missed.hasNext() ? feed.await(this, atMost) : missed();
        last = events.isEmpty() ? last : events.getLast().id();
        return events;
    }

    /** True once everything has been read, or this is closed. */
    public boolean isOver() {
        return read || closed.get();
    }

    boolean hasNews(JobLog log) {
        return closed.get()
                || missed.hasNext()
                || place < log.end()
                || log.isOver()
                || (progressVersion != log.progressVersion()
                        && log.newestProgress().isPresent());
    }

    List<JobEvent> read(JobLog log) {
        if (log.isStored() && !readsResult) { // it ended elsewhere
            readsResult = true;
            missed = log.since(last);
            place = log.end();
        }
        var events = missed();
        if (!missed.hasNext()) {
            place = Math.max(place, log.start());
            var more = log.from(place, MOST_AT_ONCE);
            events.addAll(more);
            place += more.size();
        }
        caughtUp = !missed.hasNext() && place == log.end();
        if (caughtUp) {
            if (progressVersion != log.progressVersion()) {
                progressVersion = log.progressVersion();
                log.newestProgress().ifPresent(events::add);
            }
            read = log.isOver();
        }
        return events;
    }

    private List<JobEvent> missed() {
        var events = new ArrayList<JobEvent>();
        while (missed.hasNext() && events.size() < MOST_AT_ONCE) {
            events.add(missed.next());
        }
        return events;
    }

    /** Ends the reading; who waits for events gets none. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            feed.wake();
            whenClosed.run();
        }
    }
}
