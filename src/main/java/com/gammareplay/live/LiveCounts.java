package com.gammareplay.live;

import com.gammareplay.marketdata.FeedException;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session got and what it lacks, counted: nothing is dropped uncounted. Written by one thread, read by any. */
public final class LiveCounts {

    private static final String NOT_RECORDED = "gapNotRecorded";

    private static final Logger LOG = LoggerFactory.getLogger(LiveCounts.class);

    /** The names under which passes are counted, by what they are of. */
    public static final Map<String, String> PASSES = Map.of("quotes", "quotePasses", "snapshot", "snapshotPasses");

    /** The names under which gaps are counted, by why they came about. */
    public static final Map<String, String> GAPS = gaps();

    private final Map<String, Long> counts;
    private @Nullable Map<String, Long> leftOut;
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

    /** What a market left out of its answers until now; what it had left out before the first call is not the session's. */
    void leftOut(Map<String, Long> total) {
        if (leftOut != null) {
            for (var entry : total.entrySet()) {
                add(entry.getKey(), entry.getValue() - leftOut.getOrDefault(entry.getKey(), 0L));
            }
        }
        leftOut = total;
    }

    /** The market gave no answer. */
    public void failure(FeedException failure) {
        problem("gap" + camelCase(failure.kind()), String.valueOf(failure.getMessage()));
    }

    /** What was seen or decided could not be written. */
    public void notRecorded(String message) {
        problem(NOT_RECORDED, message);
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

    private static Map<String, String> gaps() {
        var gaps = new TreeMap<>(Map.of("not-recorded", NOT_RECORDED));
        for (var kind : FeedException.Kind.values()) {
            gaps.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), "gap" + camelCase(kind));
        }
        return Collections.unmodifiableMap(gaps);
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
