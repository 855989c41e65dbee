package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Kind;
import com.gammareplay.jobs.paper.PaperEvent.Place;
import com.gammareplay.jobs.paper.PaperLog.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happens in a paper session: first how it stands, then each decision and trade, and how it stands after them;
 * of states only the newest. Read by one thread; may be closed by any.
 */
public final class PaperSubscription implements AutoCloseable {

    private static final int MOST_AT_ONCE = 100;

    /** A session that goes by fast stands otherwise all the time. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PaperLog log;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int place;
    private int changes;
    private boolean begun;
    private boolean caughtUp;
    private boolean read;

    /** @param after what is known already; null, or a place behind all lines, if nothing is */
    PaperSubscription(PaperLog log, @Nullable Place after) {
        this.log = log;
        this.place = after == null ? 0 : after.lines();
    }

    /**
     * Waits for events.
     *
     * @param atMost how long to wait
     * @return none if the time has passed
     */
    public List<PaperEvent> next(Duration atMost) throws InterruptedException {
        if (caughtUp) {
            Thread.sleep(PAUSE);
        }
        return log.await(this, atMost);
    }

    /** True once everything has been read, or this is closed. */
    public boolean isOver() {
        return read || closed.get();
    }

    boolean hasNews(int lines, int changesNow, boolean over) {
        return closed.get() || !begun || place != lines || changes != changesNow || over;
    }

    List<PaperEvent> read(List<Line> lines, int changesNow, boolean over) {
        var events = new ArrayList<PaperEvent>();
        if (!begun) {
            begun = true;
            changes = changesNow;
            place = place > lines.size() ? 0 : place;
            events.add(state(Kind.STATE, false));
        }
        while (place < lines.size() && events.size() < MOST_AT_ONCE) {
            var line = lines.get(place++);
            events.add(new PaperEvent(line.kind(), line.json(), new Place(place, false)));
        }
        caughtUp = place == lines.size();
        if (caughtUp && changes != changesNow) {
            changes = changesNow;
            events.add(state(Kind.STATE, false));
        }
        if (caughtUp && over) {
            events.add(state(Kind.END, true));
            read = true;
        }
        return events;
    }

    private PaperEvent state(Kind kind, boolean end) {
        return new PaperEvent(kind, "", new Place(place, end));
    }

    /** Ends the reading; who waits for events gets none. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            log.wake();
        }
    }
}
