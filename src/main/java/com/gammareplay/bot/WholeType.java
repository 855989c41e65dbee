package com.gammareplay.bot;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A whole number in an inclusive range; 30.0 is one, 30.5 and "30" are none. */
record WholeType(int least, int most) implements ParameterType<Integer> {
    @Override
    public Integer read(@Nullable Object plain) {
        if (plain instanceof Number number && isWhole(number)) {
            var value = number.doubleValue();
            if (value >= least && value <= most) {
                return (int) value;
            }
        }
        throw PlainValues.mustBe("a whole number " + range(), plain);
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof BigInteger
                || number.doubleValue() == Math.rint(number.doubleValue());
    }

    @Override
    public Object write(Integer value) {
        return value;
    }

    @Override
    public String name() {
        return "integer";
    }

    @Override
    public String range() {
        return "from " + least + " to " + most;
    }
}
