package com.gammareplay.api.backtests;

import com.gammareplay.api.conventions.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the decisions. */
@Schema(description = "A part of the decisions.")
record DecisionPage(
        List<RawJson> items,

        @Schema(description = "Cursor of the next page, null on the last one", nullable = true) @Nullable
        String next)
        implements DecisionAnswer {}
