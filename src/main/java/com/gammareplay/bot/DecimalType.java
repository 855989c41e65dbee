package com.gammareplay.bot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A number in an inclusive range that a double keeps as it was written.
 *
 * @param most the greatest
 * @param mostDecimals how many decimals it may have
 */
record DecimalType(double least, double most, int mostDecimals) implements ParameterType<Double> {

    private static final int CENTS = 2;

    /** Below it, in cents, a fraction is what binary arithmetic left. */
    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    DecimalType(double least, double most) {
        this(least, most, Integer.MAX_VALUE);
    }

    /** An amount that is compared in whole cents. */
    static DecimalType cents(double least, double most) {
        return new DecimalType(least, most, CENTS);
    }

    @Override
    public Double read(@Nullable Object plain) {
        var number = ExactNumbers.of(plain).filter(this::isInRange).orElse(null);
        if (number != null && !ExactNumbers.fitsDouble(number)) {
            throw PlainValues.mustBe("a number " + range() + " that 64 bits can hold as it is written", plain);
        }
        if (number == null || (mostDecimals == CENTS && !isInCents(number))) {
            throw PlainValues.mustBe("a number " + range(), plain);
        }
        return number.doubleValue() + 0.0; // -0.0 and 0.0 are one value, with one digest
    }

    private boolean isInRange(BigDecimal number) {
        return number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
    }

    /** Takes 1.2000000000000002 too, as programs get it from 1.1 + 0.1. */
    private static boolean isInCents(BigDecimal number) {
        var cents = number.movePointRight(CENTS);
        return cents.subtract(cents.setScale(0, RoundingMode.HALF_EVEN)).abs().compareTo(NOISE) < 0;
    }

    @Override
    public Object write(Double value) {
        return value;
    }

    @Override
    public String name() {
        return "number";
    }

    @Override
    public String range() {
        return "from " + plainNumber(least) + " to " + plainNumber(most)
                + (mostDecimals == CENTS ? ", at most two decimals" : "");
    }

    @Override
    public OptionalInt decimals() {
        return OptionalInt.of(mostDecimals);
    }

    private static String plainNumber(double bound) {
        return new BigDecimal(bound).toPlainString();
    }
}
