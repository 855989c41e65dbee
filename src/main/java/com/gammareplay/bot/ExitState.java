package com.gammareplay.bot;

/** What an open position remembers for its exit rules (bot rules, section 8). Prices in cents per share. */
public final class ExitState {

    private final long credit;
    private final Confidence confidence;
    private final int scale;
    private final int entryDistance;
    private double bestP;
    private boolean trailing;
    private boolean hold;
    private double previousMid;
    private long previousQuote;

    /**
     * The state of a position at its entry.
     *
     * @param credit the fill, more than 0
     * @param scale of the index
     * @param entryDistance of the nearer short strike from the price, in points
     * @param entryMid mid of the position at entry
     * @param newestQuote instant of the newest quote among its legs at entry
     */
    public ExitState(
            long credit, Confidence confidence, int scale, int entryDistance, double entryMid, long newestQuote) {
        if (credit <= 0) {
            throw new IllegalArgumentException("credit must be more than 0, was " + credit);
        }
        this.credit = credit;
        this.confidence = confidence;
        this.scale = scale;
        this.entryDistance = entryDistance;
        this.previousMid = entryMid;
        this.previousQuote = newestQuote;
    }

    /** Profit at a price as a fraction of the credit. */
    double profit(double price) {
        return (credit - price) / credit;
    }

    Confidence confidence() {
        return confidence;
    }

    /** True if the short strikes were at least a distance away at entry, in points of SPX. */
    boolean isDistant(double points) {
        return entryDistance >= points * scale;
    }

    /** Best profit at mid so far, as a fraction of the credit; 0 at entry. */
    public double bestP() {
        return bestP;
    }

    /** Whether the trailing stop is armed. */
    public boolean isTrailing() {
        return trailing;
    }

    /** Whether the position is held to settlement. */
    public boolean isHold() {
        return hold;
    }

    void seeProfit(double p) {
        bestP = Math.max(bestP, p);
    }

    void armTrailing() {
        trailing = true;
    }

    void startHold() {
        hold = true;
    }

    /** Moves on to the mid of newer quotes; true if it changed by less than a limit. */
    boolean isMidStable(Mark mark, double limit) {
        if (mark.newestQuote() <= previousQuote) {
            return false;
        }
        var isStable = Math.abs(mark.mid() - previousMid) < limit;
        previousMid = mark.mid();
        previousQuote = mark.newestQuote();
        return isStable;
    }
}
