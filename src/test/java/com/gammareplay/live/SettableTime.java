package com.gammareplay.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** A time whose clock is set anew at an instant: forward or back, by so much. */
final class SettableTime implements LiveTime, InstantSource {

    private final VirtualTime time;
    private final Instant at;
    private final Duration step;

    SettableTime(VirtualTime time, Instant at, Duration step) {
        this.time = time;
        this.at = at;
        this.step = step;
    }

    private Duration offset() {
        return time.now().isBefore(at) ? Duration.ZERO : step;
    }

    @Override
    public Instant now() {
        return time.now().plus(offset());
    }

    /** The time as it is for who answers a poll. */
    @Override
    public Instant instant() {
        return time.instant().plus(offset());
    }

    @Override
    public void begin(Poll poll, Function<Poll, Answer> market) {
        time.begin(poll, asked -> moved(market.apply(asked), offset().negated()));
    }

    @Override
    public Optional<Answer> await(Instant until) {
        var real = until.minus(offset());
        var first = time.now().isBefore(at) && real.isAfter(at) ? at : real;
        return time.await(first).map(answer -> moved(answer, offset()));
    }

    private static Answer moved(Answer answer, Duration by) {
        return new Answer(answer.poll(), answer.completed().plus(by), answer.pass(), answer.failure());
    }

    @Override
    public void close() {
        time.close();
    }
}
