package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.reconciliation.Differences;
import com.gammareplay.reconciliation.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a backtest agrees with trades made elsewhere, as users read it. */
@Schema(name = "ReconciliationVerdict", description = "Whether the backtest agrees with the CSV.")
record VerdictJson(
        @Schema(description = "Both of the following, and no row that could not be read")
        boolean agrees,

        @Schema(
                description = "Whether P&L differs by at most 2 % of that of the CSV; null if nothing was compared",
                nullable = true)
        @Nullable
        Boolean pnlWithin2Percent,

        @Schema(
                description = "Whether the number of trades differs by at most 5 % of that of the CSV; null if nothing "
                        + "was compared",
                nullable = true)
        @Nullable
        Boolean tradeCountWithin5Percent,

        @Schema(description = "The trades that could be held against the backtest")
        Side csv,

        @Schema(description = "All trades of the backtest") Side backtest,

        Difference difference,

        @Schema(description = "Why it does not agree, and what does not count")
        List<String> reasons) {

    /** All trades of one side. */
    @Schema(name = "ReconciliationSide")
    record Side(int trades, @Schema(description = "Dollars") BigDecimal pnl) {

        private static Side of(Verdict.Side side) {
            return new Side(side.trades(), Cents.toDecimal(side.pnl()));
        }
    }

    /** Backtest less CSV. */
    @Schema(name = "ReconciliationDifference", description = "Backtest less CSV, also in percent of the CSV.")
    record Difference(
            int trades,

            @Schema(description = "Null if the CSV has none", nullable = true) @Nullable
            Double tradesPercent,

            @Schema(description = "Dollars") BigDecimal pnl,

            @Schema(description = "Null if that of the CSV is 0", nullable = true) @Nullable
            Double pnlPercent,

            Parts parts) {

        private static Difference of(Verdict verdict) {
            return new Difference(
                    verdict.backtest().trades() - verdict.csv().trades(),
                    verdict.tradesPercent(),
                    Cents.toDecimal(verdict.backtest().pnl() - verdict.csv().pnl()),
                    verdict.pnlPercent(),
                    Parts.of(verdict.differences()));
        }
    }

    /** What a difference is made of. */
    @Schema(name = "ReconciliationParts", description = "What the difference in P&L is made of, in dollars.")
    record Parts(
            @Schema(description = "Of trades that the CSV lacks")
            BigDecimal onlyInBacktest,

            @Schema(description = "Of trades that the backtest lacks")
            BigDecimal onlyInCsv,

            @Schema(description = "Of other credits") BigDecimal credits,

            @Schema(description = "Of other numbers of contracts")
            BigDecimal contracts,

            @Schema(description = "Of other exits, with fees where the CSV has no exit value")
            BigDecimal exits,

            @Schema(description = "Of fees") BigDecimal fees) {

        private static Parts of(Differences differences) {
            return new Parts(
                    Cents.toDecimal(differences.onlyInBacktest()),
                    Cents.toDecimal(differences.onlyInCsv()),
                    Cents.toDecimal(differences.credits()),
                    Cents.toDecimal(differences.contracts()),
                    Cents.toDecimal(differences.exits()),
                    Cents.toDecimal(differences.fees()));
        }
    }

    static VerdictJson of(Verdict verdict) {
        return new VerdictJson(
                verdict.agrees(),
                verdict.pnlWithin2Percent(),
                verdict.tradeCountWithin5Percent(),
                Side.of(verdict.csv()),
                Side.of(verdict.backtest()),
                Difference.of(verdict),
                verdict.reasons());
    }
}
