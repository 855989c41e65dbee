package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveMarkets;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.report.ReportWriter;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What leading a paper session needs.
 *
 * @param pause between two tries at something that failed
 */
@Component
record PaperTools(
        LiveRecordings recordings,
        LiveMarkets markets,
        ReportWriter report,
        PaperStore store,
        InstantSource clock,
        Duration pause) {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Autowired
    PaperTools(
            LiveRecordings recordings,
            LiveMarkets markets,
            ReportWriter report,
            PaperStore store,
            InstantSource clock) {
        this(recordings, markets, report, store, clock, PAUSE);
    }
}
