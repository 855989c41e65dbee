package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.Index;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A recorded session answered from day stores. */
public final class RecordedColumns implements RecordedSession {

    private final List<RecordedDay> days;
    private final List<Coverage> coverage;
    private final List<IndexDayView> views;

    /** The session of some indices, in their order. */
    public RecordedColumns(List<RecordedDay> days) {
        this(List.copyOf(days), days.stream().map(RecordedDay::coverage).toList());
    }

    private RecordedColumns(List<RecordedDay> days, List<Coverage> coverage) {
        this.days = days;
        this.coverage = coverage;
        this.views = new ArrayList<>(days.size());
        for (var day : days) {
            views.add(new IndexDayView(day.day()));
        }
    }

    @Override
    public void advanceTo(long instant) {
        for (var i = 0; i < views.size(); i++) {
            views.get(i).advanceTo(instant);
        }
    }

    @Override
    public MarketView view(Index index) {
        for (var view : views) {
            if (view.index() == index) {
                return view;
            }
        }
        throw new IllegalArgumentException("index must have been opened, was " + index);
    }

    @Override
    public List<Coverage> coverage() {
        return coverage;
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
        var moment = -1;
        for (var number = 0; number < ticks.size(); number++) {
            var instant = ticks.tick(number);
            moment = quotes.momentAt(instant, moment);
            if (moment >= 0 && instant - quotes.time(moment) <= maxQuoteAge) {
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
        return new RecordedColumns(days, coverage);
    }
}
