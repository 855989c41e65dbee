package com.gammareplay.live;

import com.gammareplay.marketdata.FeedException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session got and what it lacks, counted: nothing is dropped uncounted. Written by one thread, read by any. */
public final class LiveCounts {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCounts.class);

    private final Map<String, Long> counts;
    private @Nullable String lastProblem;

    /** Nothing counted yet. */
    public LiveCounts() {
        this(Map.of());
    }

    /** Goes on after what was counted before. */
    public LiveCounts(Map<String, Long> before) {
        counts = new TreeMap<>(before);
    }

    synchronized void add(String what, long count) {
        if (count > 0) {
            counts.merge(what, count, Long::sum);
        }
    }

    void passes(Poll.Kind kind) {
        add(kind == Poll.Kind.QUOTES ? "quotePasses" : "snapshotPasses", 1);
    }

    void decidedTick() {
        add("ticksDecided", 1);
    }

    void skippedTicks(int ticks, long first) {
        add("ticksSkipped", ticks);
        LOG.warn("{} ticks from {} on were passed over: their time had gone by", ticks, Instant.ofEpochSecond(first));
    }

    /** An answer that came after that to a later poll. */
    void superseded() {
        add("answersSuperseded", 1);
    }

    void strikesOutOfRange(long count) {
        add("contractsOutOfRange", count);
    }

    /** The market gave no answer. */
    public void failure(FeedException failure) {
        problem("gap" + camelCase(failure.kind()), String.valueOf(failure.getMessage()));
    }

    /** What was seen or decided could not be written. */
    public void notRecorded(String message) {
        problem("gapNotRecorded", message);
    }

    private synchronized void problem(String what, String message) {
        add(what, 1);
        if (!message.equals(lastProblem)) {
            LOG.warn("{}", message);
        }
        lastProblem = message;
    }

    private static String camelCase(FeedException.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE -> "Unavailable";
            case TIMEOUT -> "Timeout";
            case RATE_LIMITED -> "RateLimited";
            case UNAUTHORIZED -> "Unauthorized";
            case CLOSED -> "Closed";
            case BAD_ANSWER -> "BadAnswer";
        };
    }

    /** The counts by name, those of 0 left out. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Why the newest gap came about, null without one. */
    public synchronized @Nullable String lastProblem() {
        return lastProblem;
    }
}
