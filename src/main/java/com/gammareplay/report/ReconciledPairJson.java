package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.reconciliation.Pair;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A pair. */
@Schema(name = "ReconciledPair", description = "A trade of the CSV and the same of the backtest.")
record ReconciledPairJson(
        @Schema(description = "In the CSV") int line,

        @Schema(description = "Number of the trade in the backtest")
        int number,

        ReconciledTradeJson csv,
        ReconciledTradeJson backtest,
        Difference difference) {

    static ReconciledPairJson of(Pair pair) {
        return new ReconciledPairJson(
                pair.csv().number(),
                pair.backtest().number(),
                ReconciledTradeJson.of(pair.csv()),
                ReconciledTradeJson.of(pair.backtest()),
                Difference.of(pair));
    }

    /** Backtest less CSV. */
    @Schema(name = "ReconciledDifference", description = "Backtest less CSV; null where the CSV says nothing.")
    record Difference(
            @Schema(description = "Seconds") long entryTime,

            @Schema(description = "Whether all strikes are the same")
            boolean sameStrikes,

            @Schema(description = "Dollars per share") BigDecimal credit,

            int contracts,

            @Schema(description = "Seconds", nullable = true) @Nullable
            Long exitTime,

            @Schema(description = "Dollars per share", nullable = true) @Nullable
            BigDecimal exitValue,

            @Schema(description = "Whether both closed for the same reason", nullable = true) @Nullable
            Boolean sameExitReason,

            @Schema(description = "Dollars") BigDecimal pnl) {

        private static Difference of(Pair pair) {
            return new Difference(
                    pair.entryTime(),
                    pair.sameStrikes(),
                    pair.credit(),
                    pair.contracts(),
                    pair.exitTime(),
                    pair.exitValue(),
                    pair.sameExitReason(),
                    Cents.toDecimal(pair.pnl()));
        }
    }
}
