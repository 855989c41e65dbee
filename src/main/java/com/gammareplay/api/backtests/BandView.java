package com.gammareplay.api.backtests;

import com.gammareplay.model.Cents;
import com.gammareplay.statistics.PnlBand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the same trades bring at other fills, as clients see it. */
@Schema(
        name = "PnlBand",
        description = "What the same trades, entered and closed at the same ticks, bring at other fills.")
record BandView(
        @Schema(description = "By fraction, from mid to natural")
        List<FillView> fills,

        @Schema(
                description = "Greatest fraction, in ten-thousandths, at which nothing is lost; null with a reason",
                nullable = true)
        @Nullable
        Double breakEvenFraction,

        @Schema(
                description = "Greatest commissionPerContract, in ten-thousandths of a dollar, at which nothing is "
                        + "lost with the backtest's own fills; null with a reason",
                nullable = true)
        @Nullable
        Double breakEvenCommission,

        @Schema(description = "Why one of them is null, by its name")
        Map<String, String> reasons) {

    /** The trades at one fraction. */
    @Schema(name = "BandFill")
    record FillView(
            @Schema(description = "Way from mid (0) to natural (1)")
            double fraction,

            @Schema(description = "Whether the backtest itself was filled so")
            boolean own,

            @Schema(description = "After fees, in dollars") BigDecimal totalPnl,

            int wins,
            int losses) {

        private static FillView of(PnlBand.Fill fill) {
            return new FillView(
                    fill.fraction(), fill.own(), Cents.toDecimal(fill.totalPnl()), fill.wins(), fill.losses());
        }
    }

    static BandView of(PnlBand band) {
        return new BandView(
                band.fills().stream().map(FillView::of).toList(),
                band.breakEvenFraction(),
                band.breakEvenCommission(),
                band.reasons());
    }
}
