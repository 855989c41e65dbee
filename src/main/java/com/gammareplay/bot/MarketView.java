package com.gammareplay.bot;

import com.gammareplay.model.GexSource;
import com.gammareplay.model.ImpliedIndex;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.util.Optional;

/**
 * Everything that the bot may ask about the market of one index at {@link #now}. Nothing newer is ever visible, and
 * nothing of another session (replay rules, section 3).
 *
 * <p>Instants are epoch seconds, prices whole cents, ages seconds and inclusive. Quotes are asked for by the number of
 * their series, so that a position asks without searching: {@link #series} gives it, for the life of the view. A view is
 * not thread-safe.
 */
public interface MarketView {

    /** Stands for an instant or a series that does not exist. */
    long NONE = Long.MIN_VALUE;

    Index index();

    /** The instant at which the view ends. */
    long now();

    /** The instant of the newest peak snapshot not after an instant that is not after now, {@link #NONE} without one. */
    long newestPeaks(GexSource source, long instant);

    /** What was recorded with the peak snapshot at an instant that {@link #newestPeaks} gave. */
    PeakSnapshot peaks(GexSource source, long instant);

    /** The chain of this session's expiration recorded at an instant; empty without one. */
    OptionChain chain(long instant);

    /** The newest recorded index price, rows without one passed over; empty if there is none yet. */
    Optional<RecordedPrice> indexPrice();

    /** The newest VIX, NaN without one or if it is older than the limit or the newest row has none. */
    double vix(int maxAge);

    /** The instant of the newest row that may have a VIX, {@link #NONE} without one. */
    long vixAt();

    /** The number of a contract's series, negative if it has never been quoted. */
    int series(Right right, int strikeCents);

    /** True if the newest quote of a series can be traded on and is not older than the limit. */
    boolean isUsable(int series, int maxAge);

    /** The bid of a usable quote, in cents. */
    int bid(int series);

    /** The ask of a usable quote, in cents. */
    int ask(int series);

    /** The instant of the newest quote of a series, usable or not, {@link #NONE} without one. */
    long quotedAt(int series);

    /** The index level implied by quotes as of an instant not after now, at which their ages count. */
    Optional<ImpliedIndex> impliedIndex(long instant, int maxAge);
}
