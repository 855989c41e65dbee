package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveMarkets;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.report.ReportWriter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What leading a paper session needs.
 *
 * @param pause between two tries at something that failed
 */
record PaperTools(
        LiveRecordings recordings,
        LiveMarkets markets,
        ReportWriter report,
        PaperStore store,
        InstantSource clock,
        Duration pause) {}
