package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What was decided and traded in a paper session, for those who wait for more. Thread-safe. */
final class PaperLog {

    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Line> lines = new ArrayList<>();
    private int changes;
    private boolean over;

    /** A decision or a trade, as results have it. */
    record Line(Kind kind, String json) {}

    /** A log that begins with what is known. */
    PaperLog(List<Line> known) {
        lines.addAll(known);
    }

    /**
     * Adds what a tick brought; what is known already, from before a restart, is left out.
     *
     * @param before lines of the ticks before
     */
    void add(int before, List<Line> of) {
        change(() -> {
            of.stream().skip(Math.max(0, lines.size() - before)).forEach(lines::add);
            changes++;
        });
    }

    /** Notes that nothing follows. */
    void end() {
        change(() -> over = true);
    }

    /** Lets those who wait look again. */
    void wake() {
        change(() -> {});
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a reader has something to read, and reads it; nothing if the time has passed. */
    List<PaperEvent> await(PaperSubscription reader, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = atMost.toNanos();
            while (!reader.hasNews(lines.size(), changes, over) && left > 0) {
                left = news.awaitNanos(left);
            }
            return reader.read(lines, changes, over);
        } finally {
            lock.unlock();
        }
    }
}
