package com.gammareplay.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Conversion between dollars (or index points) as doubles and whole cents: one place, one rounding rule. */
public final class Cents {

    /** The highest price, of options and of indices: 10,000,000.00, so that sums of two fit an int. */
    private static final int MOST_PRICE = 1_000_000_000;

    private Cents() {}

    /**
     * The half-even of {@code dollars * 100}.
     *
     * @throws IllegalArgumentException if the amount is not finite or does not fit a long
     */
    public static long of(double dollars) {
        var cents = Math.rint(dollars * 100);
        if (!(Math.abs(cents) < 0x1p63)) {
            throw new IllegalArgumentException("amount must be finite and below 2^63 cents, was " + dollars);
        }
        return (long) cents;
    }

    /** True if an amount, in whole cents, is not further from 0 than 10,000,000.00: any other is no price. */
    public static boolean isPrice(double dollars) {
        return Math.abs(Math.rint(dollars * 100)) <= MOST_PRICE;
    }

    /** Cents as exact dollars: two decimals, three where a mid falls between cents. */
    public static BigDecimal toDecimal(double cents) {
        var exact = new BigDecimal(cents).movePointLeft(2);
        return exact.setScale(exact.stripTrailingZeros().scale() > 2 ? 3 : 2, RoundingMode.HALF_EVEN);
    }

    /** Whole cents as exact dollars with two decimals. */
    public static BigDecimal toDecimal(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Cents of an index in whole points, rounded half to even. */
    public static int toPoints(long cents) {
        return (int) Math.rint(toDollars(cents));
    }

    /** Cents as a double of dollars (or index points). */
    public static double toDollars(long cents) {
        return cents / 100.0;
    }
}
