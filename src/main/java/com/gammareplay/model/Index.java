package com.gammareplay.model;

/**
 * A cash index whose options are traded, with the constants of its contracts and of the bot's rules for it.
 *
 * <p>The declaration order is the order in which indices are worked on within a tick: SPX before NDX.
 */
public enum Index {
    SPX(5, 1, 0.015, 50, 0.25, 1, 5),
    NDX(10, 5, 0.020, 250, 0.30, 6, 10);

    private final int strikeGrid;
    private final int scale;
    private final double peakWindow;
    private final int farLimit;
    private final double wideTolerance;
    private final int creditScale;
    private final int minShortDistance;

    Index(
            int strikeGrid,
            int scale,
            double peakWindow,
            int farLimit,
            double wideTolerance,
            int creditScale,
            int minShortDistance) {
        this.strikeGrid = strikeGrid;
        this.scale = scale;
        this.peakWindow = peakWindow;
        this.farLimit = farLimit;
        this.wideTolerance = wideTolerance;
        this.creditScale = creditScale;
        this.minShortDistance = minShortDistance;
    }

    /** Distance between two strikes that the bot trades, in points. */
    public int strikeGrid() {
        return strikeGrid;
    }

    /** Factor by which the SPX distances of the rules (points) are multiplied. */
    public int scale() {
        return scale;
    }

    /** Half width of the window in which GEX peaks are looked for, as a ratio of the price. */
    public double peakWindow() {
        return peakWindow;
    }

    /** Distance up to which a peak is accepted when the window has none, in points. */
    public int farLimit() {
        return farLimit;
    }

    /** Widest quotes accepted for credits of 2.50 and more, as a ratio of the credit. */
    public double wideTolerance() {
        return wideTolerance;
    }

    /** Factor by which the hourly minimum credits of SPX are multiplied. */
    public int creditScale() {
        return creditScale;
    }

    /** Default of the least distance of a short strike from the price, in points. */
    public int minShortDistance() {
        return minShortDistance;
    }

    /** {@code R(x)}: the strike of the grid nearest to a level in points; a level halfway goes to the even multiple. */
    public int roundToGrid(double points) {
        return (int) (Math.rint(points / strikeGrid) * strikeGrid);
    }
}
