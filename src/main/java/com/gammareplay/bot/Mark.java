package com.gammareplay.bot;

/** What buying a position back would cost at a tick, in cents per share. Reused from tick to tick. */
public final class Mark {

    private double mid;
    private double worst;
    private double best;
    private long newestQuote;

    public Mark() {
        this(0, 0, 0, MarketView.NONE);
    }

    Mark(double mid, double worst, double best, long newestQuote) {
        this.mid = mid;
        this.worst = worst;
        this.best = best;
        this.newestQuote = newestQuote;
    }

    /** Starts anew, with no leg added. */
    public void clear() {
        mid = 0;
        worst = 0;
        best = 0;
        newestQuote = MarketView.NONE;
    }

    /** Adds a leg's usable quote. */
    public void add(boolean isShort, int bid, int ask, long quotedAt) {
        var legMid = ((long) bid + ask) / 2.0;
        mid += isShort ? legMid : -legMid;
        worst += isShort ? ask : -bid;
        best += isShort ? bid : -ask;
        newestQuote = Math.max(newestQuote, quotedAt);
    }

    /** Shorts bought and longs sold at mid. */
    public double mid() {
        return mid;
    }

    /** Shorts bought at the ask, longs sold at the bid: the natural price. */
    public double worst() {
        return worst;
    }

    /** Shorts bought at the bid, longs sold at the ask. */
    public double best() {
        return best;
    }

    /** How far worst and best lie apart, as a ratio of their mean; NaN unless both are more than 0. */
    double relativeWidth() {
        return best > 0 && worst > 0 ? (worst - best) / ((worst + best) / 2.0) : Double.NaN;
    }

    /** The instant of the newest quote among the legs. */
    public long newestQuote() {
        return newestQuote;
    }
}
