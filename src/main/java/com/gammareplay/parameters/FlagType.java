package com.gammareplay.parameters;

import org.jspecify.annotations.Nullable;

/** true or false. */
record FlagType() implements ParameterType<Boolean> {
    @Override
    public Boolean read(@Nullable Object plain) {
        if (plain instanceof Boolean value) {
            return value;
        }
        throw PlainValues.mustBe("true or false", plain);
    }

    @Override
    public Object write(Boolean value) {
        return value;
    }

    @Override
    public String name() {
        return "boolean";
    }

    @Override
    public String range() {
        return "";
    }
}
