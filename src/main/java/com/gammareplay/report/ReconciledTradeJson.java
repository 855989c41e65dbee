package com.gammareplay.report;

import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.ComparedTrade;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade of either side. */
@Schema(name = "ReconciledTrade", description = "What is known of a trade. Prices are dollars per share.")
record ReconciledTradeJson(
        Index index,

        @Schema(description = "New York date of the entry") LocalDate session,

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

    static ReconciledTradeJson of(ComparedTrade trade) {
        var exit = trade.exit();
        var strategy = trade.strikes().strategy();
        return new ReconciledTradeJson(
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
