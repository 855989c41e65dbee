package com.gammareplay.live;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Time as a session lives through it: it is waited for, and what was asked of the market comes back in it. */
public interface LiveTime extends AutoCloseable {

    Instant now();

    /** Asks the market, without waiting for the answer. */
    void begin(Poll poll, Function<Poll, Answer> market);

    /**
     * The next answer that came by an instant. Waits for one until then, but may give up earlier with none, so that its
     * caller can look around.
     */
    Optional<Answer> await(Instant until);

    @Override
    void close();
}
