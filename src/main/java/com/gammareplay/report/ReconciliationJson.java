package com.gammareplay.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.reconciliation.Reconciliation.Outside;
import com.gammareplay.reconciliation.Reconciliation.Unmatched;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades made elsewhere beside those of a backtest, as users read it. */
@Schema(name = "Reconciliation", description = "Trades made elsewhere beside those of a backtest.")
public record ReconciliationJson(
        VerdictJson verdict,

        @Schema(description = "Trades that are the same, in the order of the backtest")
        List<ReconciledPairJson> matched,

        @Schema(description = "Trades that the CSV lacks") List<BacktestOnly> onlyInBacktest,

        @Schema(description = "Trades that the backtest lacks")
        List<CsvOnly> onlyInCsv,

        @Schema(description = "Trades of the CSV that the backtest could not make; they do not count")
        List<OutsideRow> outside,

        @Schema(description = "Rows of the CSV that are no trades; they do not count")
        List<BadLine> badRows) {

    /** A trade that the CSV lacks. */
    @Schema(name = "BacktestOnlyTrade")
    record BacktestOnly(
            @Schema(description = "Number of the trade in the backtest")
            int number,

            ReconciledTradeJson trade,

            @Schema(
                    description = "The decision to enter it, as /decisions has it",
                    types = {"object", "null"},
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            @JsonRawValue
            @Nullable
            String decision) {

        private static BacktestOnly of(Unmatched unmatched) {
            var decision = unmatched.decision();
            return new BacktestOnly(
                    unmatched.trade().number(),
                    ReconciledTradeJson.of(unmatched.trade()),
                    decision == null ? null : decision.json());
        }
    }

    /** A trade that the backtest lacks. */
    @Schema(name = "CsvOnlyTrade")
    record CsvOnly(
            @Schema(description = "In the CSV") int line,

            ReconciledTradeJson trade,

            @Schema(
                    description = "What became of the check nearest to its entry, as /decisions has it; null if the "
                            + "index has no check in the session",
                    types = {"object", "null"},
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            @JsonRawValue
            @Nullable
            String decision,

            @Schema(description = "By how many seconds that was decided later", nullable = true) @Nullable
            Long secondsToDecision) {

        private static CsvOnly of(Unmatched unmatched) {
            var trade = unmatched.trade();
            var decision = unmatched.decision();
            return new CsvOnly(
                    trade.number(),
                    ReconciledTradeJson.of(trade),
                    decision == null ? null : decision.json(),
                    decision == null ? null : (Long) (decision.instant() - trade.entry()));
        }
    }

    /** A trade that the backtest could not make. */
    @Schema(name = "OutsideTrade")
    record OutsideRow(
            @Schema(description = "In the CSV") int line,

            ReconciledTradeJson trade,

            @Schema(description = "Why it cannot be held against the backtest")
            String reason) {

        private static OutsideRow of(Outside outside) {
            return new OutsideRow(outside.trade().number(), ReconciledTradeJson.of(outside.trade()), outside.reason());
        }
    }

    /** A row that is no trade. */
    @Schema(name = "BadRow")
    record BadLine(
            @Schema(description = "In the CSV, whose header is line 1")
            int line,

            @Schema(description = "The first thing that is wrong with it")
            String problem) {

        private static BadLine of(BadRow row) {
            return new BadLine(row.line(), row.problem());
        }
    }

    static ReconciliationJson of(Reconciliation reconciliation) {
        return new ReconciliationJson(
                VerdictJson.of(reconciliation.verdict()),
                reconciliation.matched().stream().map(ReconciledPairJson::of).toList(),
                reconciliation.onlyInBacktest().stream().map(BacktestOnly::of).toList(),
                reconciliation.onlyInCsv().stream().map(CsvOnly::of).toList(),
                reconciliation.outside().stream().map(OutsideRow::of).toList(),
                reconciliation.badRows().stream().map(BadLine::of).toList());
    }
}
