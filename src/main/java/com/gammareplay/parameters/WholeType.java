package com.gammareplay.parameters;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A whole number in an inclusive range; 30.0 is one, 30.5 and "30" are none. */
record WholeType(int least, int most) implements ParameterType<Integer> {
    @Override
    public Integer read(@Nullable Object plain) {
        return ExactNumbers.of(plain)
                .filter(this::isInRange)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> PlainValues.mustBe("a whole number " + range(), plain));
    }

    private boolean isInRange(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && ExactNumbers.decimals(number) == 0;
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
