package com.gammareplay.reconciliation;

import com.gammareplay.model.Index;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A trade of either side, as far as both can be compared.
 *
 * @param number its line in the CSV, or its number in the backtest
 * @param session New York date of the entry
 * @param entry epoch second
 * @param credit dollars per share, with at most four decimals
 * @param contracts at least 1
 * @param exit epoch second
 * @param exitValue dollars per share, with at most four decimals
 * @param pnl cents of dollars
 */
public record ComparedTrade(
        int number,
        Index index,
        LocalDate session,
        long entry,
        Strikes strikes,
        BigDecimal credit,
        int contracts,
        @Nullable Long exit,
        @Nullable BigDecimal exitValue,
        @Nullable String exitReason,
        long pnl) {

    private static final int CENTS_OF_A_CONTRACT = 10_000;

    /** Cents of dollars that a price in dollars per share comes to over some contracts; exact, for four decimals. */
    public static long cents(BigDecimal price, int contracts) {
        return price.multiply(BigDecimal.valueOf((long) CENTS_OF_A_CONTRACT * contracts))
                .longValueExact();
    }
}
