package com.gammareplay.api.backtests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.model.Cents;
import com.gammareplay.report.CoverageJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session or a holiday as clients see it; sessions are passed on as the result has them. */
@Schema(name = "BacktestSession", description = "A session of the range, or a holiday in it.")
record SessionView(
        LocalDate session,
        Status status,
        int trades,

        @Schema(description = "Of the trades closed in it, in dollars")
        BigDecimal pnl,

        @Schema(
                description = "Why it was left out, where the status does not say; the name of a holiday",
                nullable = true)
        @Nullable
        String note,

        @Schema(description = "One entry an index; none if nothing was read")
        List<IndexView> coverage) {

    /** What became of it. */
    enum Status {
        TRADED,
        NO_DATA,
        EARLY_CLOSE,
        EXCLUDED,
        HOLIDAY
    }

    /** An index in a session. */
    @Schema(name = "SessionIndexCoverage")
    record IndexView(
            @JsonUnwrapped CoverageJson counts,

            @Schema(
                    description = "Checks within the entry window without a peak snapshot in time; null if not traded",
                    nullable = true)
            @Nullable
            Integer missingChecks) {}

    static SessionView holiday(LocalDate date, String name) {
        return new SessionView(date, Status.HOLIDAY, 0, Cents.toDecimal(0), name, List.of());
    }
}
