package com.gammareplay.webhooks;

import com.gammareplay.requests.CallbackUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lets each receiver be called a few times at once, so that silent ones keep no others waiting. Thread-safe. */
final class Receivers {

    static final int MOST_CALLS = 4;

    /** As long as nobody knows how long a call takes. */
    private static final Duration USUAL_CALL = Duration.ofMillis(50);

    /** A receiver may answer again: nobody waits for longer than this without asking anew. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** The calls of a receiver, and those who wait to make one. */
    private static final class Line {
        private int calls;
        private Duration lastCall = USUAL_CALL;
        private Instant lastTurn = Instant.MIN;

        /** Each turn is later than the one before, so that a long line does not come back at once. */
        private Instant nextTurn(Instant now) {
            var between = lastCall.dividedBy(MOST_CALLS);
            var turn = (lastTurn.isAfter(now) ? lastTurn : now).plus(between);
            lastTurn = turn.isAfter(now.plus(LONGEST_WAIT)) ? now.plus(between) : turn;
            return lastTurn;
        }
    }

    private final Map<String, Line> lines = new HashMap<>();

    /** A receiver, as its neighbours are not: a host and a port. */
    static String of(CallbackUrl url) {
        var uri = URI.create(url.value());
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var usualPort = uri.getScheme().equalsIgnoreCase("http") ? 80 : 443;
        return name + ":" + (uri.getPort() < 0 ? usualPort : uri.getPort());
    }

    /** Begins a call; or says, if there are enough at the moment, when it may be worth while to ask again. */
    synchronized Optional<Instant> enter(String receiver, Instant now) {
        var line = lines.computeIfAbsent(receiver, _ -> new Line());
        if (line.calls == MOST_CALLS) {
            return Optional.of(line.nextTurn(now));
        }
        line.calls++;
        return Optional.empty();
    }

    /** Ends a call that has begun. */
    synchronized void leave(String receiver, Duration took, Instant now) {
        var line = lines.computeIfAbsent(receiver, _ -> new Line());
        line.calls--;
        line.lastCall = took;
        lines.values().removeIf(idle -> idle.calls == 0 && !idle.lastTurn.isAfter(now));
    }
}
