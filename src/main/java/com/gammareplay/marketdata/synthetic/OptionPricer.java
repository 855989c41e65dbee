package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.MarketSnapshot.Greeks;
import com.gammareplay.model.Right;

/**
 * Black and Scholes without interest, at a volatility that depends on the strike.
 *
 * <p>Transcendental functions come from {@link StrictMath}, which gives the same bits everywhere.
 */
final class OptionPricer {

    private static final double YEAR_SECONDS = 252 * 23_400.0;
    /** Keeps the last seconds finite. */
    private static final double LEAST_SECONDS = 30;

    private static final double SKEW = -0.045;
    private static final double SMILE = 0.012;
    private static final double WIDEST = 4;

    private final double price;
    private final double volatility;
    private final double rootTime;

    /**
     * @param price of the index in points
     * @param volatility at the money, for a year
     * @param seconds of trading to the close
     */
    OptionPricer(double price, double volatility, double seconds) {
        this.price = price;
        this.volatility = volatility;
        this.rootTime = Math.sqrt(Math.max(LEAST_SECONDS, seconds) / YEAR_SECONDS);
    }

    /** What the option out of the money is worth at a strike, in dollars; the other one is worth the parity more. */
    double timeValue(int strike) {
        var d1 = d1(strike);
        var d2 = d1 - deviation(strike);
        var value =
                strike >= price ? price * normal(d1) - strike * normal(d2) : strike * normal(-d2) - price * normal(-d1);
        return Math.max(0, value);
    }

    /** What an option is worth if it ended now, in dollars. */
    double intrinsic(int strike, Right right) {
        return Math.max(0, right == Right.CALL ? price - strike : strike - price);
    }

    Greeks greeks(int strike, Right right) {
        var d1 = d1(strike);
        var density = density(d1);
        var delta = right == Right.CALL ? normal(d1) : normal(d1) - 1;
        var perDay = price * density * smile(strike) / (2 * rootTime) / 252;
        return new Greeks(
                rounded(delta, 1e4),
                rounded(density / (price * deviation(strike)), 1e6),
                rounded(-perDay, 1e4),
                rounded(price * density * rootTime / 100, 1e4));
    }

    private double d1(int strike) {
        var deviation = deviation(strike);
        return StrictMath.log(price / strike) / deviation + deviation / 2;
    }

    /** Standard deviation of the log price to the close. */
    private double deviation(int strike) {
        return smile(strike) * rootTime;
    }

    private double smile(int strike) {
        var z = StrictMath.log(strike / price) / (volatility * rootTime);
        var clipped = Math.max(-WIDEST, Math.min(WIDEST, z));
        return volatility * (1 + SKEW * clipped + SMILE * clipped * clipped);
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The normal distribution, Abramowitz and Stegun 26.2.17; off by less than 1e-7. */
    private static double normal(double x) {
        var t = 1 / (1 + 0.2316419 * Math.abs(x));
        var sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        var tail = density(x) * sum;
        return x >= 0 ? 1 - tail : tail;
    }

    /** Rounded to a fraction; adding zero turns a negative zero into a positive one. */
    private static double rounded(double value, double scale) {
        return Math.rint(value * scale) / scale + 0.0;
    }
}
