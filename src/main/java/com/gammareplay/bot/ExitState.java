package com.gammareplay.bot;

import org.jspecify.annotations.Nullable;

/** What an open position remembers for its exit rules (bot rules, section 8). Prices in cents per share. */
public final class ExitState {

    private final long credit;
    private final Confidence confidence;
    private final int scale;
    private final int entryDistance;
    private double bestP;
    private boolean trailing;
    private @Nullable Hold hold;
    private double midChange = Double.NaN;
    private double previousMid;
    private long previousQuote;

    /**
     * What was so at the tick at which a hold began.
     *
     * @param p the profit
     * @param remaining seconds to the close
     */
    record Hold(double p, double vix, long remaining) {}

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

    /** Distance of the nearer short strike from the price at entry, in points. */
    int entryDistance() {
        return entryDistance;
    }

    /** The distance from which a hold may begin, in points of the index. */
    double leastEntryDistance(StrategyParameters.Exits exits) {
        return exits.holdMinDistance() * scale;
    }

    /** The profit to which it may fall once the trailing stop is armed. */
    double trailingLevel(StrategyParameters.Exits exits) {
        return bestP - exits.trailingDistance();
    }

    /** The profit that the stops look at. */
    double stopProfit(Mark mark, StopBasis basis) {
        return switch (basis) {
            case MID -> profit(mark.mid());
            case WORST -> profit(mark.worst());
        };
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
        return hold != null;
    }

    /** How the hold began, null if there is none. */
    @Nullable
    Hold hold() {
        return hold;
    }

    void seeProfit(double p) {
        bestP = Math.max(bestP, p);
    }

    void armTrailing() {
        trailing = true;
    }

    /** Holds from here on, for what was so at this tick. */
    void startHold(double p, double vix, long remaining) {
        hold = new Hold(p, vix, remaining);
    }

    /** Moves on to the mid of newer quotes. */
    void seeMid(Mark mark) {
        midChange = Double.NaN;
        if (mark.newestQuote() > previousQuote) {
            midChange = Math.abs(mark.mid() - previousMid);
            previousMid = mark.mid();
            previousQuote = mark.newestQuote();
        }
    }

    /** By how much the mid last seen differs from the one before, in cents; NaN if no newer quotes had come. */
    double midChange() {
        return midChange;
    }
}
