package com.gammareplay.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.ComparedTrade;
import com.gammareplay.reconciliation.Pair;
import com.gammareplay.reconciliation.Reconciliation;
import com.gammareplay.reconciliation.Reconciliation.Outside;
import com.gammareplay.reconciliation.Reconciliation.Unmatched;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades made elsewhere beside those of a backtest, as users read it. */
@Schema(name = "Reconciliation", description = "Trades made elsewhere beside those of a backtest.")
public record ReconciliationJson(
        VerdictJson verdict,

        @Schema(description = "Trades that are the same, in the order of the backtest")
        List<Match> matched,

        @Schema(description = "Trades that the CSV lacks") List<BacktestOnly> onlyInBacktest,

        @Schema(description = "Trades that the backtest lacks")
        List<CsvOnly> onlyInCsv,

        @Schema(description = "Trades of the CSV that the backtest could not make; they do not count")
        List<OutsideRow> outside,

        @Schema(description = "Rows of the CSV that are no trades; they do not count")
        List<BadLine> badRows) {

    /** A trade of either side. */
    @Schema(name = "ReconciledTrade", description = "What is known of a trade. Prices are dollars per share.")
    record TradeView(
            Index index,

            @Schema(description = "New York date of the entry")
            LocalDate session,

            Instant entryTime,

            @Schema(description = "Null if it is not known of which side a spread is", nullable = true) @Nullable
            String strategy,

            @Schema(description = "In rising order") List<Integer> strikes,

            BigDecimal credit,
            int contracts,

            @Schema(nullable = true) @Nullable Instant exitTime,

            @Schema(nullable = true) @Nullable BigDecimal exitValue,

            @Schema(nullable = true) @Nullable String exitReason,

            @Schema(description = "Dollars") BigDecimal pnl) {

        private static TradeView of(ComparedTrade trade) {
            var exit = trade.exit();
            var strategy = trade.strikes().strategy();
            return new TradeView(
                    trade.index(),
                    trade.session(),
                    Instant.ofEpochSecond(trade.entry()),
                    strategy == null ? null : strategy.name(),
                    trade.strikes().points(),
                    trade.credit(),
                    trade.contracts(),
                    exit == null ? null : Instant.ofEpochSecond(exit),
                    trade.exitValue(),
                    trade.exitReason(),
                    Cents.toDecimal(trade.pnl()));
        }
    }

    /** A pair. */
    @Schema(name = "ReconciledPair", description = "A trade of the CSV and the same of the backtest.")
    record Match(
            @Schema(description = "In the CSV") int line,

            @Schema(description = "Number of the trade in the backtest")
            int number,

            TradeView csv,
            TradeView backtest,
            Difference difference) {

        private static Match of(Pair pair) {
            return new Match(
                    pair.csv().number(),
                    pair.backtest().number(),
                    TradeView.of(pair.csv()),
                    TradeView.of(pair.backtest()),
                    Difference.of(pair));
        }
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

    /** A trade that the CSV lacks. */
    @Schema(name = "BacktestOnlyTrade")
    record BacktestOnly(
            @Schema(description = "Number of the trade in the backtest")
            int number,

            TradeView trade,

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
                    TradeView.of(unmatched.trade()),
                    decision == null ? null : decision.json());
        }
    }

    /** A trade that the backtest lacks. */
    @Schema(name = "CsvOnlyTrade")
    record CsvOnly(
            @Schema(description = "In the CSV") int line,

            TradeView trade,

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
                    TradeView.of(trade),
                    decision == null ? null : decision.json(),
                    decision == null ? null : (Long) (decision.instant() - trade.entry()));
        }
    }

    /** A trade that the backtest could not make. */
    @Schema(name = "OutsideTrade")
    record OutsideRow(
            @Schema(description = "In the CSV") int line,

            TradeView trade,

            @Schema(description = "Why it cannot be held against the backtest")
            String reason) {

        private static OutsideRow of(Outside outside) {
            return new OutsideRow(outside.trade().number(), TradeView.of(outside.trade()), outside.reason());
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
                reconciliation.matched().stream().map(Match::of).toList(),
                reconciliation.onlyInBacktest().stream().map(BacktestOnly::of).toList(),
                reconciliation.onlyInCsv().stream().map(CsvOnly::of).toList(),
                reconciliation.outside().stream().map(OutsideRow::of).toList(),
                reconciliation.badRows().stream().map(BadLine::of).toList());
    }
}
