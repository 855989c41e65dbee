package com.gammareplay.bot;

import com.gammareplay.model.Index;
import java.time.LocalTime;
import java.util.Optional;

/** A far out-of-the-money spread where the price is too far from the pin for the usual ones (bot rules, section 4). */
public final class OtmFallback {

    private static final double LEAST_HOURS = 2.0;
    private static final double MOST_HOURS = 6.0;
    private static final LocalTime FROM = LocalTime.of(10, 0);
    private static final LocalTime UNTIL = LocalTime.of(14, 0);
    private static final int WING_STRIKES = 4;

    private OtmFallback() {}

    /** Notes down the hours in which it is tried. */
    static void note(LocalTime time, double hoursLeft, Evidence evidence) {
        evidence.addTime("time", time).addTime("fallbackFrom", FROM).addTime("fallbackUntil", UNTIL);
        evidence.add("hoursLeft", hoursLeft).add("minHoursLeft", LEAST_HOURS).add("maxHoursLeft", MOST_HOURS);
    }

    /**
     * The spread, if the hour allows one.
     *
     * @param time New York time of the tick
     * @param hoursLeft to the close
     */
    public static Optional<TradePlan> of(
            Index index, int pin, int price, double vix, LocalTime time, double hoursLeft) {
        if (hoursLeft < LEAST_HOURS || hoursLeft > MOST_HOURS || time.isBefore(FROM) || time.isAfter(UNTIL)) {
            return Optional.empty();
        }
        var move = index.roundToGrid(price * vix / 100 * Math.sqrt(hoursLeft / (252 * 24)));
        var distance = Math.max(TradeSetup.FAR_DIRECTIONAL * index.scale(), move);
        var width = WING_STRIKES * index.strikeGrid();
        if (pin > price) {
            var strike = index.roundToGrid(price - distance);
            return Optional.of(TradeSetup.putSpread(strike, strike - width, Confidence.MEDIUM, true));
        }
        var strike = index.roundToGrid(price + distance);
        return Optional.of(TradeSetup.callSpread(strike, strike + width, Confidence.MEDIUM, true));
    }
}
