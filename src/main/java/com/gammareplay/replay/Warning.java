package com.gammareplay.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something about a result that its reader must know.
 *
 * @param code for programs
 * @param count of what the code is about, such as trades or checks
 * @param message for people
 * @param details numbers, texts and lists by name: where to look
 */
public record Warning(WarningCode code, long count, String message, Map<String, Object> details) {

    static Warning of(WarningCode code, long count, String message) {
        return new Warning(code, count, message, Map.of());
    }

    /** Of a part of some things, which the message begins with: {@code 33 of 52 checks (63 %)}. */
    static Warning ofShare(WarningCode code, long count, long all, String things, String message) {
        var percent = (long) Math.rint(100.0 * count / all);
        return of(code, count, count + " of " + all + " " + things + " (" + percent + " %) " + message)
                .with("of", all)
                .with("share", (double) count / all);
    }

    /** The same with one more detail, after the others. */
    Warning with(String name, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Warning(code, count, message, Collections.unmodifiableMap(more));
    }
}
