package com.gammareplay.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong at the broker, by seed: the same requests meet the same trouble. Used for one request at a time. */
final class BrokerTrouble {

    private static final int ONE_IN = 4;

    private final List<Kind> kinds;
    private final SplittableRandom random;

    /** What may happen to an answer. */
    enum Kind {
        NONE,
        /** The connection is closed instead. */
        DROPPED,
        /** Status 500. */
        ERROR,
        /** Status 429, and no request for a while. */
        RATE_LIMITED,
        /** It comes after its tick. */
        SLOW,
        /** It comes after those to later questions. */
        OUT_OF_ORDER,
        /** A web page, as proxies give them. */
        PAGE
    }

    private BrokerTrouble(List<Kind> kinds, long seed) {
        this.kinds = kinds;
        this.random = new SplittableRandom(seed);
    }

    static BrokerTrouble none() {
        return new BrokerTrouble(List.of(), 0);
    }

    static BrokerTrouble of(Kind kind, long seed) {
        return new BrokerTrouble(List.of(kind), seed);
    }

    /** Now this, now that. */
    static BrokerTrouble any(long seed) {
        return new BrokerTrouble(List.of(Kind.values()), seed);
    }

    /** What happens to the next answer: one in four is hit. */
    Kind next() {
        return !kinds.isEmpty() && random.nextInt(ONE_IN) == 0 ? kinds.get(random.nextInt(kinds.size())) : Kind.NONE;
    }

    /** How long an answer takes that is hit. */
    Duration delay(Kind hit) {
        return switch (hit) {
            case SLOW -> Duration.ofMillis(random.nextInt(3_000, 20_000));
            case OUT_OF_ORDER -> Duration.ofMillis(random.nextInt(35_000, 70_000));
            case NONE, DROPPED, ERROR, RATE_LIMITED, PAGE -> Duration.ofMillis(random.nextInt(20, 200));
        };
    }

    /**
     * Seconds without requests that a refusal asks for. They end in the first half of a half minute, when there is nothing
     * to ask: a feed that waits for their end waits in real time.
     */
    long retryAfter(Instant now) {
        var halfMinute = now.getEpochSecond() / 30 + random.nextInt(1, 4);
        return halfMinute * 30 + random.nextInt(1, 14) - now.getEpochSecond();
    }
}
