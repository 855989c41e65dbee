package com.gammareplay.preparation;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The datasets that wait to be prepared or are being prepared, first come first served. Thread-safe. */
@Component
public class Preparations {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private final Map<String, Preparation> preparations = new LinkedHashMap<>();
    private boolean closed = true;

    /** A dataset that is to be prepared. */
    record Preparation(String dataset, List<Session> sessions, int done) {

        PreparationProgress progress() {
            return new PreparationProgress(done, sessions.size());
        }
    }

    /** How far a dataset is; empty if it is not being prepared. */
    public synchronized Optional<PreparationProgress> progress(String dataset) {
        return Optional.ofNullable(preparations.get(dataset)).map(Preparation::progress);
    }

    /**
     * Asks for a dataset to be prepared, unless that is so already.
     *
     * @return how far it is
     */
    public PreparationProgress ask(Dataset.Content content, String dataset) {
        var sessions = sessions(content);
        synchronized (this) {
            notifyAll();
            return preparations
                    .computeIfAbsent(dataset, name -> new Preparation(name, sessions, 0))
                    .progress();
        }
    }

    /** The sessions of the calendar from the first of the dataset to the last. */
    List<Session> sessions(Dataset.Content content) {
        var range = content.sessions();
        return range == null ? List.of() : calendar.sessions(range.first(), range.last());
    }

    /** The next one, which stays until it is {@link #done}; empty if none comes for some time, or once closed. */
    synchronized Optional<Preparation> next(Duration atMost) throws InterruptedException {
        waitWhile(preparations::isEmpty, atMost);
        return closed ? Optional.empty() : preparations.values().stream().findFirst();
    }

    /** Waits as long as a condition holds, though not longer than some time, and not once closed. */
    synchronized void waitWhile(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var left = atMost.toNanos(); left > 0 && !closed; left = deadline - System.nanoTime()) {
            if (!condition.getAsBoolean()) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, POLL_NANOS));
        }
    }

    synchronized void oneMoreDone(String dataset) {
        preparations.computeIfPresent(
                dataset, (name, known) -> new Preparation(name, known.sessions(), known.done() + 1));
    }

    synchronized void done(String dataset) {
        preparations.remove(dataset);
    }

    synchronized void open() {
        closed = false;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
