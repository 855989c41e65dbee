package com.gammareplay.preparation;

import io.swagger.v3.oas.annotations.media.Schema;

/** How far the preparing of a dataset is, as clients see it too. */
@Schema(name = "Preparing")
public record PreparationProgress(
        @Schema(description = "Sessions that have been read and kept")
        int sessionsDone,

        @Schema(description = "Sessions of the calendar from the first to the last")
        int sessionsTotal) {}
