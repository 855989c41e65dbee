package com.gammareplay.api.live;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a parity check, for the description of the API; it is read field by field. */
@Schema(
        name = "ParityCheckRequest",
        description = "What is to be checked. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ParityBody(
        @Schema(description = "Id of a paper session", requiredMode = Schema.RequiredMode.REQUIRED)
        String paperSession) {}
