package com.gammareplay.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Something found about a run. A sweep only counts it; it is put into words for who wants to read them. */
record Finding(WarningCode code, long count, Supplier<Words> words) {

    /** What is said of it: a sentence, and where to look. */
    record Words(String message, Map<String, Object> details) {

        Words(String message) {
            this(message, new LinkedHashMap<>());
        }

        Words with(String name, Object value) {
            details.put(name, value);
            return this;
        }

        /** A part of a whole. */
        Words with(String part, long count, String whole, long all) {
            return with(part, count).with(whole, all).with("share", (double) count / all);
        }
    }

    Warning warning() {
        var said = words.get();
        return new Warning(code, count, said.message(), said.details());
    }

    /** Such as {@code 33 of 52 checks (63 %)}. */
    static String share(long count, long all, String things) {
        return count + " of " + all + " " + things + " (" + (long) Math.rint(100.0 * count / all) + " %)";
    }
}
