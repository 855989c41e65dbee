package com.gammareplay.replay.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value for a field of a request, or why there is none.
 *
 * @param value null if nothing is needed, or nothing helps
 * @param reason a sentence with the numbers that it rests on
 */
public record Suggestion(@Nullable BigDecimal value, String reason) {

    static Suggestion none(String reason) {
        return new Suggestion(null, reason);
    }
}
