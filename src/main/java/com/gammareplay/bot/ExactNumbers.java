package com.gammareplay.bot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers exactly as they were written, so that none is taken for another one. */
public final class ExactNumbers {

    private static final int MOST_DIGITS = 17;

    private ExactNumbers() {}

    /** What a plain value is as a number; empty if it is none, or not a finite one. */
    public static Optional<BigDecimal> of(@Nullable Object plain) {
        return switch (plain) {
            case BigDecimal number -> Optional.of(number);
            case BigInteger number -> Optional.of(new BigDecimal(number));
            case Integer number -> Optional.of(BigDecimal.valueOf(number));
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case Double number when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            case null, default -> Optional.empty();
        };
    }

    /**
     * Whether a double can stand for a number. One with more than 17 digits has more than any double needs; taken all the
     * same is what programs write of a double exactly.
     */
    public static boolean fitsDouble(BigDecimal number) {
        var nearest = number.doubleValue();
        var isKept = number.precision() <= MOST_DIGITS || new BigDecimal(nearest).compareTo(number) == 0;
        return isKept && Double.isFinite(nearest) && (nearest == 0) == (number.signum() == 0);
    }

    /** How many decimals a number needs. */
    public static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
