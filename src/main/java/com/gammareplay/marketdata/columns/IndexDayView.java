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
import org.jspecify.annotations.Nullable;

/** An {@link IndexDay} as it was known at an instant. */
public final class IndexDayView implements MarketView {

    /** How old the context of a peak snapshot may be if none was recorded at its instant, in seconds. */
    private static final int CONTEXT_OF_SNAPSHOT_MAX_AGE = 90;

    private final IndexDay day;
    private final QuoteColumns quotes;
    private long now = NONE;
    private int moment = -1;

    /** A view that has not seen anything yet. */
    public IndexDayView(IndexDay day) {
        this.day = day;
        this.quotes = day.quotes();
    }

    /** Moves the view to an instant, never back. */
    public void advanceTo(long instant) {
        if (instant < now) {
            throw new IllegalArgumentException("instant must not be before " + now + ", was " + instant);
        }
        now = instant;
        moment = quotes.momentAt(instant, moment);
    }

    @Override
    public Index index() {
        return day.index();
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long newestPeaks(GexSource source, long instant) {
        requirePast(instant);
        return day.peakTimes(source).atOrBefore(instant);
    }

    @Override
    public PeakSnapshot peaks(GexSource source, long instant) {
        requirePast(instant);
        var context = exactly(day.context(), instant);
        var snapshot = exactly(day.snapshots(), instant);
        if (context >= 0) {
            return peaks(source, instant, day.context(), context);
        }
        if (snapshot >= 0) {
            return peaks(source, instant, day.snapshots(), snapshot);
        }
        var older = day.context().rowAt(instant);
        var isFresh = older >= 0 && instant - day.context().time(older) <= CONTEXT_OF_SNAPSHOT_MAX_AGE;
        return peaks(source, instant, day.context(), isFresh ? older : -1);
    }

    private static int exactly(PriceColumns columns, long instant) {
        var row = columns.rowAt(instant);
        return row >= 0 && columns.time(row) == instant ? row : -1;
    }

    private PeakSnapshot peaks(GexSource source, long instant, PriceColumns prices, int priceRow) {
        var price = priceRow < 0 ? null : prices.price(priceRow);
        var vix = priceRow < 0 ? null : nullIfNaN(prices.vix(priceRow));
        return switch (source) {
            case RECORDED -> {
                var row = day.peaks().rowAt(instant);
                yield new PeakSnapshot(
                        instant, day.peaks().rankOne(row), day.peaks().adjustedPin(row), price, vix);
            }
            case RECOMPUTED -> new PeakSnapshot(instant, null, null, price, vix);
        };
    }

    private static @Nullable Double nullIfNaN(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @Override
    public OptionChain chain(long instant) {
        requirePast(instant);
        return day.chains().at(instant);
    }

    @Override
    public Optional<RecordedPrice> indexPrice() {
        var context = day.context().pricedRowAt(now);
        var snapshot = day.snapshots().pricedRowAt(now);
        if (context < 0 && snapshot < 0) {
            return Optional.empty();
        }
        var isContext = snapshot < 0
                || (context >= 0
                        && day.context().time(context) >= day.snapshots().time(snapshot));
        return Optional.of(isContext ? recorded(day.context(), context) : recorded(day.snapshots(), snapshot));
    }

    private static RecordedPrice recorded(PriceColumns columns, int row) {
        var price = columns.price(row);
        if (price == null) {
            throw new IllegalStateException("row " + row + " must have a price");
        }
        return new RecordedPrice(price, columns.time(row));
    }

    @Override
    public double vix(int maxAge) {
        var newest = vixAt();
        if (newest == NONE || now - newest > maxAge) {
            return Double.NaN;
        }
        var context = exactly(day.context(), newest);
        return context >= 0
                ? day.context().vix(context)
                : day.snapshots().vix(day.snapshots().rowAt(newest));
    }

    @Override
    public long vixAt() {
        return Math.max(newest(day.context()), newest(day.snapshots()));
    }

    private long newest(PriceColumns columns) {
        var row = columns.rowAt(now);
        return row < 0 ? NONE : columns.time(row);
    }

    @Override
    public int series(Right right, int strikeCents) {
        return quotes.series(right, strikeCents);
    }

    @Override
    public boolean isUsable(int series, int maxAge) {
        return quotes.isUsable(series, moment, now, maxAge);
    }

    @Override
    public int bid(int series) {
        return quotes.bid(series, moment);
    }

    @Override
    public int ask(int series) {
        return quotes.ask(series, moment);
    }

    @Override
    public long quotedAt(int series) {
        var quoted = quotes.quotedIn(series, moment);
        return quoted < 0 ? NONE : quotes.time(quoted);
    }

    @Override
    public Optional<ImpliedIndex> impliedIndex(long instant, int maxAge) {
        requirePast(instant);
        return quotes.impliedIndex(quotes.momentAt(instant), instant, maxAge);
    }

    private void requirePast(long instant) {
        if (instant > now) {
            throw new IllegalArgumentException("instant must not be after " + now + ", was " + instant);
        }
    }
}
