package com.gammareplay.bot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A zone of the time zone database. */
record ZoneType() implements ParameterType<ZoneId> {
    @Override
    public ZoneId read(@Nullable Object plain) {
        if (plain instanceof String text && ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        throw PlainValues.mustBe("a zone id such as \"UTC\" or \"America/New_York\"", plain);
    }

    @Override
    public Object write(ZoneId value) {
        return value.getId();
    }

    @Override
    public String name() {
        return "string";
    }

    @Override
    public String range() {
        return "a known zone id";
    }
}
