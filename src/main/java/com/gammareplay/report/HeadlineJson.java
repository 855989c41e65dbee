package com.gammareplay.report;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.replay.Headline;
import com.gammareplay.replay.WarningCode;
import java.util.Map;

/** The numbers of a run by which lists compare it with others, and what to know about them. */
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
        SummaryJson summary,

        Map<WarningCode, Long> warnings) {

    static HeadlineJson of(Headline headline) {
        return new HeadlineJson(SummaryJson.of(headline.summary()), headline.warnings());
    }
}
