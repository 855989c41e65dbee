package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a submission of a paper session as it was written, and its description; it is read field by field. */
@Schema(
        name = "PaperSessionRequest",
        description = "What is to be lived through. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record PaperBody(
        @Schema(
                description = "Where the market comes from: demo, which is made up, or tradier, the broker",
                allowableValues = {"demo", "tradier"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String source,

        @Schema(
                description = "A day of the demo, by default its first; at the broker it is always today",
                format = "date")
        @Nullable
        String date,

        @Schema(
                description = "How many seconds of the demo go by in a second; the broker has the time of day",
                implementation = Integer.class,
                minimum = "1",
                maximum = "1000000",
                defaultValue = "600")
        @Nullable
        BigDecimal speed,

        @Schema(description = "SPX, NDX or both; by default both") @Nullable
        List<@Nullable String> indices,

        @Schema(description = "Parameters to start from", defaultValue = "live") @Nullable
        String preset,

        @Schema(description = "Parameters that differ from the preset, by name; GET /strategies lists them") @Nullable
        Map<String, @Nullable Object> parameters,

        @Schema(description = "Balance at the start, in dollars") @Nullable
        BigDecimal startingBalance,

        @Schema(
                description = "P&L per contract of earlier trades in dollars, in order of exit, at which sizing by "
                        + "Kelly looks")
        List<@Nullable BigDecimal> earlierPnl,

        @Size(max = 200) @Schema(description = "Kept with the session") @Nullable
        String label) {

    static PaperBody of(JsonFields fields) {
        return new PaperBody(
                fields.text("source"),
                fields.text("date"),
                fields.number("speed"),
                fields.texts("indices"),
                fields.text("preset"),
                fields.values("parameters"),
                fields.number("startingBalance"),
                fields.numbers("earlierPnl"),
                fields.label());
    }

    /** The backtest of its recording, which is of a single date and has instants in UTC. */
    RawRequest replay(String dataset, String day) {
        return new RawRequest(dataset, null, indices, day, day, preset, parameters, startingBalance, null);
    }
}
