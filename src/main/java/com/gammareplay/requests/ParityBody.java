package com.gammareplay.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;

/** The body of a parity check, for the description of the API; it is read field by field. */
@Schema(
        name = "ParityCheckRequest",
        description = "What is to be checked. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ParityBody(
        @Schema(description = "Id of a paper session", requiredMode = Schema.RequiredMode.REQUIRED)
        String paperSession) {

    private static final String PAPER_SESSION = "paperSession";

    /**
     * Reads which paper session is meant.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException if it says anything else
     */
    public static String read(byte[] json) {
        var fields = JsonFields.of(json);
        var id = fields.text(PAPER_SESSION);
        var problems = fields.problems();
        if (id == null && problems.isEmpty()) {
            problems.add("/" + PAPER_SESSION, "must be given: the id of a paper session");
        }
        problems.requireNone();
        return Objects.requireNonNull(id);
    }
}
