package com.gammareplay.marketdata;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import java.util.List;

/** A session of the past, of which is known how well it was recorded, its whole day at once. */
public interface RecordedSession extends SessionMarket {

    /** What was recorded, one entry an index. */
    List<Coverage> coverage();

    /** Number of a session's ticks at which something was quoted within the age limit, in seconds. */
    int ticksWithQuotes(Index index, TickSchedule ticks, int maxQuoteAge);

    /** The stretches of a session longer than a number of seconds in which nothing was quoted, in order. */
    List<QuoteGap> gaps(Index index, TickSchedule ticks, int longerThan);

    /** The newest instant not after another at which anything was quoted, {@code MarketView.NONE} without one. */
    long quotedAt(Index index, long instant);

    /** The newest peak snapshot not after an instant, {@code MarketView.NONE} without one. */
    long peaksBefore(Index index, GexSource source, long instant);

    /** The first peak snapshot after an instant, {@code MarketView.NONE} without one. */
    long peaksAfter(Index index, GexSource source, long instant);

    /** SHA-256 over all rows of the session in canonical form. */
    byte[] digest();

    /** The same session before its first instant, seen through views of its own; the data is shared. */
    RecordedSession fork();
}
