package com.gammareplay.report;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The numbers of a run by which lists compare it with others: some fields of the summary. */
record HeadlineJson(
        @JsonUnwrapped
        @JsonIncludeProperties({
            "trades",
            "wins",
            "losses",
            "winRate",
            "totalPnl",
            "profitFactor",
            "expectancy",
            "endingBalance",
            "returnPercent",
            "maxDrawdown",
            "maxDrawdownPercent",
            "sharpe",
            "sortino",
            "tradedSessions"
        })
        SummaryJson summary) {}
