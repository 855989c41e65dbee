package com.gammareplay.parameters;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers exactly as they were written, so that none is taken for another one. */
public final class ExactNumbers {

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

    /** Whether a double stands for a number: whether it is written as that number again, and not as a rounder one. */
    public static boolean fitsDouble(BigDecimal number) {
        var nearest = number.doubleValue();
        return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0;
    }

    /** How many decimals a number needs. */
    public static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
