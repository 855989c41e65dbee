package com.gammareplay.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The time of day: polls are made beside the session, each by a thread of its own. */
public final class WallTime implements LiveTime {

    /** A clock may be set meanwhile, and a session be stopped. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final InstantSource clock;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final ExecutorService polls;

    /** The time that a clock shows. */
    public WallTime(InstantSource clock) {
        this.clock = clock;
        this.polls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("poll-", 1).factory());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void begin(Poll poll, Function<Poll, Answer> market) {
        polls.execute(() -> answers.add(market.apply(poll)));
    }

    @Override
    public Optional<Answer> await(Instant until) {
        var left = Duration.between(now(), until);
        var wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
        try {
            return Optional.ofNullable(answers.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        polls.shutdownNow();
    }
}
