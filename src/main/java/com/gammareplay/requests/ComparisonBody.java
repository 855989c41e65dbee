package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which backtests are to be compared; read field by field. */
@Schema(
        name = "ComparisonRequest",
        description = "Which backtests are to be compared. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ComparisonBody(
        @Schema(description = "Id of a backtest", requiredMode = Schema.RequiredMode.REQUIRED)
        String left,

        @Schema(description = "Id of a backtest", requiredMode = Schema.RequiredMode.REQUIRED)
        String right) {

    /**
     * Reads which backtests are meant.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public static ComparisonBody read(byte[] json) {
        var fields = JsonFields.of(json);
        var left = fields.text("left");
        var right = fields.text("right");
        var problems = fields.problems();
        requireGiven(left, "/left", problems);
        requireGiven(right, "/right", problems);
        problems.requireNone();
        return new ComparisonBody(Objects.requireNonNull(left), Objects.requireNonNull(right));
    }

    private static void requireGiven(@Nullable String id, String pointer, Problems problems) {
        if (id == null) {
            problems.addNew(pointer, "must be given: the id of a backtest");
        }
    }
}
