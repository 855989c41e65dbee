package com.gammareplay.replay.coverage;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Index;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How far the quotes of an index lie apart in a session, and how far behind its ticks, in seconds. Immutable. */
public final class QuoteDistances {

    private final long[] distances;
    private final long[] ages;

    private QuoteDistances(long[] distances, long[] ages) {
        this.distances = distances;
        this.ages = ages;
    }

    static QuoteDistances of(RecordedSession market, Index index, TickSchedule ticks) {
        var distances = market.gaps(index, ticks, 0).stream()
                .filter(gap -> isQuoted(market, index, gap.from()) && isQuoted(market, index, gap.until()))
                .mapToLong(gap -> gap.seconds())
                .toArray();
        var ages = IntStream.range(0, ticks.size())
                .mapToLong(ticks::tick)
                .filter(tick -> market.quotedAt(index, tick) != MarketView.NONE)
                .map(tick -> tick - market.quotedAt(index, tick))
                .toArray();
        return new QuoteDistances(distances, ages);
    }

    private static boolean isQuoted(RecordedSession market, Index index, long instant) {
        return market.quotedAt(index, instant) == instant;
    }

    /** From each instant with quotes to the next. */
    LongStream distances() {
        return Arrays.stream(distances);
    }

    /** Ticks that see a quote not older than a limit. */
    long ticksWithin(long maxQuoteAge) {
        return Arrays.stream(ages).filter(age -> age <= maxQuoteAge).count();
    }
}
