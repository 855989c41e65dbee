package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.hash.Sha256;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.QuoteGap;
import com.gammareplay.marketdata.RecordedSession;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A recorded session answered from day stores. */
public final class RecordedColumns implements RecordedSession {

    private final List<RecordedDay> days;
    private final List<Coverage> coverage;
    private final List<IndexDayView> views;
    private final Answers answers;

    /** What many runs ask for alike. */
    private record Asked(Index index, TickSchedule ticks, int seconds) {}

    /** What they were told. */
    private record Answers(Map<Asked, Integer> ticksWithQuotes, Map<Asked, List<QuoteGap>> gaps) {}

    /** The session of some indices, in their order. */
    public RecordedColumns(List<RecordedDay> days) {
        this(
                List.copyOf(days),
                days.stream().map(RecordedDay::coverage).toList(),
                new Answers(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
    }

    private RecordedColumns(List<RecordedDay> days, List<Coverage> coverage, Answers answers) {
        this.days = days;
        this.coverage = coverage;
        this.answers = answers;
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

    private IndexDay day(Index index) {
        for (var day : days) {
            if (day.day().index() == index) {
                return day.day();
            }
        }
        throw new IllegalArgumentException("index must have been opened, was " + index);
    }

    @Override
    public int ticksWithQuotes(Index index, TickSchedule ticks, int maxQuoteAge) {
        return answers.ticksWithQuotes().computeIfAbsent(new Asked(index, ticks, maxQuoteAge), this::count);
    }

    private int count(Asked asked) {
        var quotes = day(asked.index()).quotes();
        var count = 0;
        var moment = -1;
        for (var number = 0; number < asked.ticks().size(); number++) {
            var instant = asked.ticks().tick(number);
            moment = quotes.momentAt(instant, moment);
            if (moment >= 0 && instant - quotes.time(moment) <= asked.seconds()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public List<QuoteGap> gaps(Index index, TickSchedule ticks, int longerThan) {
        return answers.gaps().computeIfAbsent(new Asked(index, ticks, longerThan), this::find);
    }

    private List<QuoteGap> find(Asked asked) {
        var quotes = day(asked.index()).quotes();
        var gaps = new ArrayList<QuoteGap>();
        var from = asked.ticks().open();
        for (var moment = quotes.momentAt(from) + 1; from < asked.ticks().close(); moment++) {
            var isLast = moment == quotes.moments()
                    || quotes.time(moment) > asked.ticks().close();
            var until = isLast ? asked.ticks().close() : quotes.time(moment);
            if (until - from > asked.seconds()) {
                gaps.add(new QuoteGap(from, until));
            }
            from = until;
        }
        return List.copyOf(gaps);
    }

    @Override
    public long quotedAt(Index index, long instant) {
        var quotes = day(index).quotes();
        var moment = quotes.momentAt(instant);
        return moment < 0 ? MarketView.NONE : quotes.time(moment);
    }

    @Override
    public long peaksBefore(Index index, GexSource source, long instant) {
        return day(index).peakTimes(source).atOrBefore(instant);
    }

    @Override
    public long peaksAfter(Index index, GexSource source, long instant) {
        return day(index).peakTimes(source).after(instant);
    }

    @Override
    public byte[] digest() {
        var digest = Sha256.begin();
        days.forEach(day -> digest.update(day.digest().getBytes(StandardCharsets.US_ASCII)));
        return digest.digest();
    }

    @Override
    public RecordedSession fork() {
        return new RecordedColumns(days, coverage, answers);
    }
}
