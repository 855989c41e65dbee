package com.gammareplay.parameters;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number in an inclusive range. */
record DecimalType(double least, double most) implements ParameterType<Double> {

    @Override
    public Double read(@Nullable Object plain) {
        var number = ExactNumbers.of(plain).filter(this::isInRange).orElse(null);
        if (number != null && !ExactNumbers.fitsDouble(number)) {
            throw PlainValues.mustBe("a number " + range() + " that 64 bits can hold as it is written", plain);
        }
        if (number == null) {
            throw PlainValues.mustBe("a number " + range(), plain);
        }
        return number.doubleValue() + 0.0; // -0.0 and 0.0 are one value, with one digest
    }

    private boolean isInRange(BigDecimal number) {
        return number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
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
