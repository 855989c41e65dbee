package com.gammareplay.api.backtests;

import io.swagger.v3.oas.annotations.media.Schema;

/** Decisions, or how many there are. */
@Schema(oneOf = {DecisionPage.class, DecisionCounts.class})
sealed interface DecisionAnswer permits DecisionPage, DecisionCounts {}
