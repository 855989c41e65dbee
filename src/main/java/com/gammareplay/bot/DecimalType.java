package com.gammareplay.bot;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A finite number in an inclusive range. */
record DecimalType(double least, double most) implements ParameterType<Double> {
    @Override
    public Double read(@Nullable Object plain) {
        if (plain instanceof Number number) {
            var value = number.doubleValue();
            if (value >= least && value <= most) {
                return value + 0.0; // -0.0 and 0.0 are one value, with one digest
            }
        }
        throw PlainValues.mustBe("a number " + range(), plain);
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
        return "from " + plainNumber(least) + " to " + plainNumber(most);
    }

    private static String plainNumber(double bound) {
        return new BigDecimal(bound).toPlainString();
    }
}
