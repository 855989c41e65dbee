package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveMarkets;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.report.ReportWriter;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What paper sessions are led with. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    PaperTools paperTools(
            LiveRecordings recordings,
            LiveMarkets markets,
            ReportWriter report,
            PaperStore store,
            InstantSource clock) {
        return new PaperTools(recordings, markets, report, store, clock, PAUSE);
    }
}
