package com.gammareplay.live;

import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demo, and the broker for those who have a key. */
public final class KnownMarkets implements LiveMarkets {

    /** What the demo takes to answer, about as long as a broker. */
    private static final Duration LATENCY = Duration.ofMillis(400);

    private final @Nullable MarketFeed broker;
    private final InstantSource clock;

    /**
     * Markets that are opened when they are asked for.
     *
     * @param broker null without a key
     * @param clock the time of day
     */
    public KnownMarkets(@Nullable MarketFeed broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
    }

    @Override
    public List<LocalDate> demoDates() {
        return DemoFeed.dates();
    }

    @Override
    public boolean hasBroker() {
        return broker != null;
    }

    @Override
    public Lived open(LiveSource source, Session session, Pace pace, Instant from) {
        return switch (source) {
            case DEMO -> {
                var time = new VirtualTime(from, LATENCY, pace);
                yield new Lived(new Market(new DemoFeed(session.date(), time), session, time), time);
            }
            case TRADIER -> {
                if (broker == null) {
                    throw new IllegalStateException("there is no key to the broker");
                }
                yield new Lived(new Market(broker, session, clock), new WallTime(clock));
            }
        };
    }
}
