package com.gammareplay.marketdata;

import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Index;
import java.util.List;

/** A session of the past, of which is known how well it was recorded. */
public interface RecordedSession extends SessionMarket {

    /** What was recorded, one entry an index. */
    List<Coverage> coverage();

    /** Number of a session's ticks at which something was quoted within the age limit, in seconds. */
    int ticksWithQuotes(Index index, TickSchedule ticks, int maxQuoteAge);

    /** SHA-256 over all rows of the session in canonical form. */
    byte[] digest();

    /** The same session before its first instant, seen through views of its own; the data is shared. */
    RecordedSession fork();
}
