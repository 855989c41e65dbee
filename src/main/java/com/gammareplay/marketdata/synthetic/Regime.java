package com.gammareplay.marketdata.synthetic;

/**
 * How prices move in the course of a day.
 *
 * @param realised volatility of the path as a ratio of the one that options imply
 * @param pullMinutes half-life of a deviation from the wall, infinite if nothing pulls
 * @param drift from open to close, a ratio of the price; moves the wall's pull along
 * @param vixRise change of the VIX from open to close that does not come from the price
 * @param impliedChange change of what options imply for each point of the VIX from open to close, a ratio
 */
public record Regime(double realised, double pullMinutes, double drift, double vixRise, double impliedChange) {

    /** A quiet day near the wall. */
    public static Regime calm() {
        return new Regime(0.50, 35, 0, -0.5, -0.22);
    }

    /** A day that goes one way. */
    public static Regime trending(double drift) {
        return new Regime(0.55, 90, drift, 0, -0.15);
    }

    /** A day of large moves that options did not expect. */
    public static Regime wild() {
        return new Regime(1.25, Double.POSITIVE_INFINITY, 0, 2.5, 0.1);
    }
}
