package com.gammareplay.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a submission as it was written, and its description; it is read field by field to name every mistake. */
@Schema(
        name = "BacktestRequest",
        description = "What to replay. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record BacktestBody(
        @JsonUnwrapped RawRequest request,

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
        String callbackUrl) {

    static BacktestBody of(JsonFields fields) {
        return new BacktestBody(RawRequest.of(fields), fields.label(), fields.tags(), fields.text("callbackUrl"));
    }
}
