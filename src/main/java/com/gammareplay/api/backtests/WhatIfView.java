package com.gammareplay.api.backtests;

import com.gammareplay.model.Cents;
import com.gammareplay.replay.review.TradePath;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.trading.Trade;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** A trade beside what other exit parameters would have made of it. */
@Schema(name = "WhatIf", description = "A trade beside what other exit parameters would have made of it.")
record WhatIfView(
        @Schema(description = "As it was traded") PathView traded,

        @Schema(description = "The same entry, closed by the other exit parameters")
        PathView whatIf,

        Difference difference) {

    /** What if, less as it was traded. */
    @Schema(name = "WhatIfDifference", description = "What if, less as it was traded.")
    record Difference(
            @Schema(description = "By how many seconds it would have been closed later")
            long exitTime,

            @Schema(description = "Dollars per share") BigDecimal exitValue,

            @Schema(description = "After fees, in dollars") BigDecimal pnl) {

        private static Difference of(Trade traded, Trade whatIf) {
            return new Difference(
                    whatIf.exit().instant() - traded.exit().instant(),
                    Cents.toDecimal(whatIf.exit().value() - traded.exit().value()),
                    Cents.toDecimal(whatIf.pnl() - traded.pnl()));
        }
    }

    static WhatIfView of(TradePath traded, TradePath whatIf, ReportWriter writer) {
        return new WhatIfView(
                PathView.of(traded, writer),
                PathView.of(whatIf, writer),
                Difference.of(traded.trade(), whatIf.trade()));
    }
}
