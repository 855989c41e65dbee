package com.gammareplay.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A time that goes by only while a session waits: what it does takes none, however slow the machine is. So a made-up day
 * can be lived through at any speed, with the same decisions. Used by one thread, but who answers a poll may do so on
 * another.
 *
 * <p>A poll is made at once and its answer kept until the time at which it would have come.
 */
public final class VirtualTime implements LiveTime, InstantSource {

    private final Duration latency;
    private final Pace pace;
    private final PriorityQueue<Answer> coming = new PriorityQueue<>(Comparator.comparing(Answer::completed));
    private volatile Instant now;
    private volatile Duration spent = Duration.ZERO;

    /**
     * A time that has not begun to go by.
     *
     * @param latency from a poll to its answer, besides what is spent on it
     */
    public VirtualTime(Instant start, Duration latency, Pace pace) {
        this.now = start;
        this.latency = latency;
        this.pace = pace;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** The time as it is for who answers a poll: later by what was spent on it. */
    @Override
    public Instant instant() {
        return now.plus(spent);
    }

    /** Says that answering a poll takes time, while it is answered. */
    public synchronized void spend(Duration time) {
        spent = spent.plus(time);
    }

    @Override
    public void begin(Poll poll, Function<Poll, Answer> market) {
        spent = latency;
        coming.add(market.apply(poll));
        spent = Duration.ZERO;
    }

    @Override
    public Optional<Answer> await(Instant until) {
        var first = coming.peek();
        var isFirst = first != null && !first.completed().isAfter(until);
        goOn(isFirst ? first.completed() : until);
        return isFirst && !first.completed().isAfter(now) ? Optional.of(coming.remove()) : Optional.empty();
    }

    private void goOn(Instant to) {
        var left = Duration.between(now, to);
        if (left.isPositive()) {
            var step = left.compareTo(pace.longest()) > 0 ? pace.longest() : left;
            pace.pass(step);
            now = now.plus(step);
        }
    }

    @Override
    public void close() {
        coming.clear();
    }
}
