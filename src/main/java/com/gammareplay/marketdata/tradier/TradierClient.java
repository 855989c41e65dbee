package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Asks until there is an answer, or until it would be of no use any more. Thread-safe. */
final class TradierClient implements AutoCloseable {

    private static final Set<Kind> PASSING = EnumSet.of(Kind.UNAVAILABLE, Kind.TIMEOUT, Kind.RATE_LIMITED);
    private static final double JITTER = 0.5;
    private static final double GROWTH = 2;
    private static final long NO_MORE = -1;

    private final TradierSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final FeedCounts counts;
    private final IntervalFunction backoff;
    private final RateLimit limit = new RateLimit();
    private final ClockSkew skew = new ClockSkew();
    private final TradierCalls calls;

    TradierClient(TradierSettings settings, InstantSource clock, RandomGenerator random, FeedCounts counts) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.counts = counts;
        this.backoff = IntervalFunction.ofExponentialBackoff(settings.firstPause(), GROWTH, settings.longestPause());
        this.calls = new TradierCalls(settings, clock, limit, skew);
    }

    /** Looks something up. */
    JsonNode get(String path, Instant until) {
        return ask(request(path).GET().build(), until);
    }

    /** The quotes of symbols, however many. */
    JsonNode quotes(Collection<?> symbols, Instant until) {
        var names = String.join(",", symbols.stream().map(Object::toString).toList());
        var form = "symbols=" + URLEncoder.encode(names, StandardCharsets.UTF_8) + "&greeks=false";
        return ask(
                request("markets/quotes")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                until);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(settings.url(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + settings.token());
    }

    private JsonNode ask(HttpRequest request, Instant until) {
        var repeating = RetryConfig.<JsonNode>custom()
                .maxAttempts(settings.attempts())
                .retryOnException(e -> e instanceof FeedException failure && PASSING.contains(failure.kind()))
                .intervalBiFunction((attempt, _) -> pause(attempt, until))
                .build();
        return Retry.of("tradier", repeating).executeSupplier(() -> calls.call(request, until));
    }

    /** Milliseconds until the next attempt, negative if it would come too late. */
    private long pause(int attempt, Instant until) {
        var shortened = (long) (backoff.apply(attempt) * (1 - JITTER * random.nextDouble()));
        var now = clock.instant();
        var pause = Math.max(shortened, limit.wait(now).plusMillis(1).toMillis());
        if (!now.plusMillis(pause).isBefore(until)) {
            return NO_MORE;
        }
        counts.add("repeatedRequests");
        return pause;
    }

    /** What users should know of the clocks, empty if they agree. */
    Optional<String> skewWarning() {
        return skew.warning();
    }

    @Override
    public void close() {
        calls.close();
    }
}
