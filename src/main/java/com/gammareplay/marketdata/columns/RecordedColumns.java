package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Index;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A recorded session answered from day stores. */
public final class RecordedColumns implements RecordedSession {

    private final List<RecordedDay> days;
    private final Map<Index, IndexDayView> views = new EnumMap<>(Index.class);

    /** The session of some indices, in their order. */
    public RecordedColumns(List<RecordedDay> days) {
        this.days = List.copyOf(days);
        days.forEach(day -> views.put(day.day().index(), new IndexDayView(day.day())));
    }

    @Override
    public void advanceTo(long instant) {
        for (var view : views.values()) {
            view.advanceTo(instant);
        }
    }

    @Override
    public MarketView view(Index index) {
        var view = views.get(index);
        if (view == null) {
            throw new IllegalArgumentException("index must be one of " + views.keySet() + ", was " + index);
        }
        return view;
    }

    @Override
    public List<Coverage> coverage() {
        return days.stream().map(RecordedDay::coverage).toList();
    }

    @Override
    public int ticksWithQuotes(Index index, TickSchedule ticks, int maxQuoteAge) {
        var quotes = days.stream()
                .map(RecordedDay::day)
                .filter(day -> day.index() == index)
                .findFirst()
                .orElseThrow()
                .quotes();
        var count = 0;
        for (var number = 0; number < ticks.size(); number++) {
            var instant = ticks.tick(number);
            var book = quotes.bookAt(instant);
            if (book >= 0 && instant - quotes.time(book) <= maxQuoteAge) {
                count++;
            }
        }
        return count;
    }

    @Override
    public byte[] digest() {
        var digest = RecordedDay.sha256();
        days.forEach(day -> digest.update(day.digest().getBytes(StandardCharsets.US_ASCII)));
        return digest.digest();
    }

    @Override
    public RecordedSession fork() {
        return new RecordedColumns(days);
    }
}
