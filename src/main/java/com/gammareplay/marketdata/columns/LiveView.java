package com.gammareplay.marketdata.columns;

import com.gammareplay.bot.MarketView;
import com.gammareplay.bot.PeakSnapshot;
import com.gammareplay.bot.RecordedPrice;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.Optional;

/**
 * A view of an {@link IndexDay} that grows: it stays while the day is exchanged for one with more rows, and answers as a
 * view of that day does.
 *
 * <p>The number of a series says which contract it is, for its place among the columns changes when a strike is quoted for
 * the first time.
 */
public final class LiveView implements MarketView {

    private IndexDayView view;

    /** A view that has not seen anything yet. */
    public LiveView(IndexDay day) {
        this.view = new IndexDayView(day);
    }

    /** Shows a day with more rows, up to the same instant. */
    public void show(IndexDay day) {
        var next = new IndexDayView(day);
        next.advanceTo(view.now());
        view = next;
    }

    /** Moves the view to an instant, never back. */
    public void advanceTo(long instant) {
        view.advanceTo(instant);
    }

    @Override
    public Index index() {
        return view.index();
    }

    @Override
    public long now() {
        return view.now();
    }

    @Override
    public long newestPeaks(GexSource source) {
        return view.newestPeaks(source);
    }

    @Override
    public PeakSnapshot peaks(GexSource source, long instant) {
        return view.peaks(source, instant);
    }

    @Override
    public OptionChain chain(long instant) {
        return view.chain(instant);
    }

    @Override
    public Optional<RecordedPrice> indexPrice() {
        return view.indexPrice();
    }

    @Override
    public double vix(int maxAge) {
        return view.vix(maxAge);
    }

    @Override
    public long vixAt() {
        return view.vixAt();
    }

    @Override
    public int series(Right right, int strikeCents) {
        return QuoteColumns.numbered(strikeCents, right);
    }

    private int place(int series) {
        return view.series(QuoteColumns.right(series), QuoteColumns.strike(series));
    }

    @Override
    public boolean isUsable(int series, int maxAge) {
        return view.isUsable(place(series), maxAge);
    }

    @Override
    public int bid(int series) {
        return view.bid(place(series));
    }

    @Override
    public int ask(int series) {
        return view.ask(place(series));
    }

    @Override
    public long quotedAt(int series) {
        return view.quotedAt(place(series));
    }

    @Override
    public Optional<ImpliedIndex> impliedIndex(long instant, int maxAge) {
        return view.impliedIndex(instant, maxAge);
    }
}
