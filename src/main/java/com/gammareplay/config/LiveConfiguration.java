package com.gammareplay.config;

import com.gammareplay.live.DemoAndBroker;
import com.gammareplay.live.LiveMarkets;
import com.gammareplay.live.RecordedSessions;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.marketdata.tradier.TradierFeed;
import com.gammareplay.marketdata.tradier.TradierSettings;
import com.gammareplay.recorder.RecorderSettings;
import com.gammareplay.recorder.RecorderThread;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.PaperReader;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Live markets, what is recorded of them, and the recorder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BrokerSettings.class, RecorderSettings.class})
class LiveConfiguration {

    private static final int BUSY_TIMEOUT = 5000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    LiveRecordings liveRecordings(GammaHome home) {
        return SqliteLiveRecordings.of(home.folder(), BUSY_TIMEOUT);
    }

    /** A file of the data folder that bears the name of a recording is not what a session lived through. */
    @Bean
    RecordedSessions recordedSessions(
            LiveRecordings recordings, GammaHome home, DayStore store, PaperReader requests, ReportWriter report) {
        var written = RecordingFolder.written(home.folder(), BUSY_TIMEOUT, store);
        return new RecordedSessions(recordings, written, requests, report);
    }

    @Bean
    LiveMarkets liveMarkets(BrokerSettings settings, InstantSource clock) {
        return new DemoAndBroker(broker(settings, clock), clock);
    }

    private static @Nullable MarketFeed broker(BrokerSettings settings, InstantSource clock) {
        var token = settings.token();
        if (token == null) {
            return null;
        }
        try {
            return new TradierFeed(TradierSettings.of(settings.url(), token), clock);
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(
                    "The settings of the broker cannot be used: " + e.getMessage(),
                    "Set TRADIER_TOKEN (gamma.tradier.token) and TRADIER_URL (gamma.tradier.url) as the broker gave them, or neither.");
        }
    }

    @Bean
    RecorderThread recorder(
            RecorderSettings settings,
            LiveRecordings recordings,
            LiveMarkets markets,
            InstantSource clock,
            Environment environment) {
        if (settings.enabled() && environment.matchesProfiles("cluster")) {
            throw new StartRefusedException(
                    "The recorder is switched on, but in a cluster several replicas would record the same.",
                    "Let a service of one process record, or leave out GAMMA_RECORDER_ENABLED (gamma.recorder.enabled).");
        }
        if (settings.enabled() && !markets.hasBroker()) {
            throw new StartRefusedException(
                    "The recorder is switched on, but there is no key to the broker.",
                    "Set TRADIER_TOKEN, or leave out GAMMA_RECORDER_ENABLED (gamma.recorder.enabled).");
        }
        return new RecorderThread(settings, recordings, markets, clock, PAUSE);
    }
}
