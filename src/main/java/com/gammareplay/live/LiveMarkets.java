package com.gammareplay.live;

import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The markets in which sessions can be lived through. Thread-safe. */
public interface LiveMarkets {

    /** The days of the demo; the first is taken where none is named. */
    List<LocalDate> demoDates();

    /** Whether there is a key to the broker. */
    boolean hasBroker();

    /**
     * Opens a market.
     *
     * @param pace at which the demo goes by; the broker has the time of day
     * @param from when the demo begins
     */
    Lived open(LiveSource source, Session session, Pace pace, Instant from);

    /** A market and the time in which it is lived through. */
    record Lived(Market market, LiveTime time) implements AutoCloseable {

        @Override
        public void close() {
            time.close();
        }
    }
}
