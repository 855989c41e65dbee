package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a replay as it was written: nothing checked, null where nothing was given. */
public record RawRequest(
        @Schema(description = "Name of a dataset; may be left out if there is only one") @Nullable
        String dataset,

        @Schema(
                description = "Zone of the recording's timestamps, as far as they name none",
                defaultValue = "UTC",
                example = "America/New_York")
        @Nullable
        String databaseZone,

        @Schema(description = "SPX, NDX or both; by default all that the dataset has") @Nullable
        List<? extends @Nullable String> indices,

        @Schema(description = "First session, inclusive; by default the dataset's first", format = "date") @Nullable
        String from,

        @Schema(description = "Last session, inclusive; by default the dataset's last", format = "date") @Nullable
        String to,

        @Schema(description = "Parameters to start from", defaultValue = "live") @Nullable
        String preset,

        @Schema(description = "Parameters that differ from the preset, by name; GET /strategies lists them") @Nullable
        Map<String, ? extends @Nullable Object> parameters,

        @Schema(description = "Balance at the start, in dollars") @Nullable
        BigDecimal startingBalance,

        @Schema(
                description = "Least share of a session's ticks with quotes for it to be traded",
                minimum = "0",
                maximum = "1")
        @Nullable
        BigDecimal requireCoverage) {

    /** A request as the fields of a JSON object have it. */
    static RawRequest of(JsonFields fields) {
        return new RawRequest(
                fields.text("dataset"),
                fields.text("databaseZone"),
                fields.texts("indices"),
                fields.text("from"),
                fields.text("to"),
                fields.text("preset"),
                fields.values("parameters"),
                fields.number("startingBalance"),
                fields.number("requireCoverage"));
    }

    /** What is wrong with a parameter of a name that only stands beside the parameters; empty if none does. */
    public static Optional<String> mistakenParameter(String name) {
        return Arrays.stream(RawRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name::equals)
                .findFirst()
                .map(field -> "is no parameter but a field of the request, beside parameters");
    }
}
