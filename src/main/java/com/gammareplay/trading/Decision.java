package com.gammareplay.trading;

import com.gammareplay.bot.EntryCheck;
import com.gammareplay.bot.SkipReason;
import com.gammareplay.bot.Unseen;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a check.
 *
 * @param instant epoch second that the decision carries
 * @param reason null if a trade was entered
 * @param values what was compared
 * @param unseen what could not be compared
 * @param tradeNumber of the trade entered, null for a skip
 */
public record Decision(
        LocalDate session,
        EntryCheck check,
        long instant,
        @Nullable SkipReason reason,
        Map<String, @Nullable Object> values,
        Unseen unseen,
        @Nullable Integer tradeNumber) {

    public boolean isEntered() {
        return reason == null;
    }
}
