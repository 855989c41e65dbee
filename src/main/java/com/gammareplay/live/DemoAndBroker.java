package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.synthetic.DemoFeed;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of the demo, each in a time of its own, and the broker, if there is a key to it, in the time of day. */
public final class DemoAndBroker implements LiveMarkets {

    /** From a question to the demo to its answer. */
    private static final Duration LATENCY = Duration.ofMillis(200);

    /** Seconds before the open. */
    private static final int LEAD = 60;

    private final @Nullable MarketFeed broker;
    private final InstantSource clock;

    /**
     * Both markets.
     *
     * @param broker null without a key
     */
    public DemoAndBroker(@Nullable MarketFeed broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /** When the demo begins: before its open, for there is a poll before the first tick, or where its recording ends. */
    public static Instant demoFrom(Session session, LiveRecording recording) {
        var past = recording.decidedTicks();
        var decided = past.isEmpty() ? MarketView.NONE : past.getLast().tick();
        return Instant.ofEpochSecond(Math.max(session.open() - LEAD, Math.max(decided, recording.newest())));
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
