package com.gammareplay.api.backtests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The body of a what-if, for the description of the API; it is read field by field to name every mistake. */
@Schema(
        name = "WhatIfRequest",
        description = "Which exit parameters differ. Any other field is refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record WhatIfBody(
        @Schema(
                description = "Exit parameters that differ from those of the backtest, by name; GET /strategies lists "
                        + "them as the group EXITS",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Map<String, Object> parameters) {}
