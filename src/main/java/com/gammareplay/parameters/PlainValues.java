package com.gammareplay.parameters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the types of parameters say of plain values that are none of theirs. */
final class PlainValues {

    private PlainValues() {}

    /** That a value is not what it must be, with the value. */
    static IllegalArgumentException mustBe(String what, @Nullable Object plain) {
        return new IllegalArgumentException("must be " + what + ", was " + shown(plain));
    }

    private static String shown(@Nullable Object plain) {
        var text = plain instanceof String string ? '"' + string + '"' : String.valueOf(plain);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** A value that must be a list. */
    static List<?> list(@Nullable Object plain, String what) {
        if (plain instanceof List<?> list) {
            return list;
        }
        throw mustBe(what, plain);
    }
}
