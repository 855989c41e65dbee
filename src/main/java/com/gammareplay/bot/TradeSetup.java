package com.gammareplay.bot;

import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Side;
import java.util.List;
import java.util.Optional;

/** What to sell where: a pure function of pin, price and VIX (bot rules, section 4). */
public final class TradeSetup {

    static final int NEAR_PIN = 6;
    static final int NEAR_DIRECTIONAL = 15;
    static final int FAR_DIRECTIONAL = 50;

    private final Index index;
    private final int pin;
    private final int price;

    private TradeSetup(Index index, int pin, int price) {
        this.index = index;
        this.pin = pin;
        this.price = price;
    }

    /**
     * The setup of an index at a pin and a price, in whole points.
     *
     * @return empty if the price is too far from the pin
     */
    public static Optional<TradePlan> of(Index index, int pin, int price, double vix) {
        return new TradeSetup(index, pin, price).plan(wingWidth(index, vix));
    }

    /** Width of a wing in points: one strike below VIX 15, two below 20, three below 25, else four. */
    static int wingWidth(Index index, double vix) {
        var strikes = vix < 15 ? 1 : vix < 20 ? 2 : vix < 25 ? 3 : 4;
        return strikes * index.strikeGrid();
    }

    private Optional<TradePlan> plan(int width) {
        var distance = Math.abs(price - pin);
        var scale = index.scale();
        if (distance <= NEAR_PIN * scale) {
            return Optional.of(condor(width));
        }
        if (distance <= NEAR_DIRECTIONAL * scale) {
            return Optional.of(directional(width, Confidence.HIGH, 15 * scale, 8 * scale));
        }
        if (distance <= FAR_DIRECTIONAL * scale) {
            return Optional.of(directional(width, Confidence.MEDIUM, 25 * scale, 12 * scale));
        }
        return Optional.empty();
    }

    private TradePlan condor(int width) {
        var call = index.roundToGrid(pin + 20 * index.scale());
        var put = index.roundToGrid(pin - 20 * index.scale());
        return condor(call, call + width, put, put - width);
    }

    static TradePlan condor(int callShort, int callLong, int putShort, int putLong) {
        var legs = List.of(
                new Leg(Right.CALL, callShort, Side.SHORT),
                new Leg(Right.CALL, callLong, Side.LONG),
                new Leg(Right.PUT, putShort, Side.SHORT),
                new Leg(Right.PUT, putLong, Side.LONG));
        return new TradePlan(Strategy.IRON_CONDOR, Direction.NEUTRAL, Confidence.HIGH, legs, false);
    }

    private TradePlan directional(int width, Confidence confidence, int fromPin, int fromPrice) {
        if (price > pin) {
            var strike = index.roundToGrid(Math.max(pin + fromPin, price + fromPrice));
            return callSpread(strike, strike + width, confidence, false);
        }
        var strike = index.roundToGrid(Math.min(pin - fromPin, price - fromPrice));
        return putSpread(strike, strike - width, confidence, false);
    }

    static TradePlan callSpread(int shortStrike, int longStrike, Confidence confidence, boolean fallback) {
        var legs = List.of(new Leg(Right.CALL, shortStrike, Side.SHORT), new Leg(Right.CALL, longStrike, Side.LONG));
        return new TradePlan(Strategy.CALL, Direction.BEARISH, confidence, legs, fallback);
    }

    static TradePlan putSpread(int shortStrike, int longStrike, Confidence confidence, boolean fallback) {
        var legs = List.of(new Leg(Right.PUT, shortStrike, Side.SHORT), new Leg(Right.PUT, longStrike, Side.LONG));
        return new TradePlan(Strategy.PUT, Direction.BULLISH, confidence, legs, fallback);
    }
}
