package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a submission, for the description of the API; it is read field by field to name every mistake. */
@Schema(
        name = "BacktestRequest",
        description = "What to replay. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record BacktestRequest(
        @Schema(description = "Name of a dataset; may be left out if there is only one") @Nullable
        String dataset,

        @Schema(
                description = "Zone of the recording's timestamps, as far as they name none",
                defaultValue = "UTC",
                example = "America/New_York")
        @Nullable
        String databaseZone,

        @Schema(description = "SPX, NDX or both; by default all that the dataset has") @Nullable
        List<String> indices,

        @Schema(description = "First session, inclusive; by default the dataset's first") @Nullable
        LocalDate from,

        @Schema(description = "Last session, inclusive; by default the dataset's last") @Nullable
        LocalDate to,

        @Schema(description = "Parameters to start from", defaultValue = "live") @Nullable
        String preset,

        @Schema(description = "Parameters that differ from the preset, by name; GET /strategies lists them") @Nullable
        Map<String, Object> parameters,

        @Schema(description = "Balance at the start, in dollars") @Nullable
        BigDecimal startingBalance,

        @Schema(
                description = "Least share of a session's ticks with quotes for it to be traded",
                minimum = "0",
                maximum = "1")
        @Nullable
        BigDecimal requireCoverage,

        @Size(max = 200) @Schema(description = "Kept with the job") @Nullable
        String label,

        @Size(max = 20) @Schema(description = "Kept with the job") @Nullable
        List<@Size(max = 50) String> tags,

        @Size(max = 2048)
        @Schema(
                description =
                        "Where the end of the job is told to, see the callback; https, and no private address. It "
                                + "is kept with the job but never shown",
                format = "uri")
        @Nullable
        String callbackUrl) {}
