package com.gammareplay.config;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.sweep.Crew;
import com.gammareplay.replay.sweep.SweepRunner;
import com.gammareplay.replay.sweep.Sweeps;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.report.SweepReport;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine: recordings, replays and reports, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);
    private static final int BUSY_TIMEOUT = 5000;

    /** Only the holder of the folder may clean up in it. */
    @Bean
    RecordingFolder recordings(GammaSettings settings, GammaHome home) throws IOException {
        var recordings = RecordingFolder.of(settings.dataDir(), home.folder(), BUSY_TIMEOUT);
        recordings.deleteLeftovers();
        recordings.provideDemo((done, total) -> LOG.info("made demo session {} of {}", done, total));
        return recordings;
    }

    @Bean(defaultCandidate = false)
    ExecutorService sessionLoaders(GammaSettings settings) {
        return Executors.newFixedThreadPool(
                settings.workers(), Thread.ofPlatform().name("loader-", 1).factory());
    }

    @Bean
    Backtests backtests(DatasetCatalog catalog, @Qualifier("sessionLoaders") Executor loaders) {
        return new BacktestRunner(catalog, new ExchangeCalendar(), loaders, BuildVersion.current());
    }

    @Bean(defaultCandidate = false)
    ExecutorService sweepThreads(GammaSettings settings) {
        return Executors.newFixedThreadPool(
                settings.sweepThreads(), Thread.ofPlatform().name("sweep-", 1).factory());
    }

    @Bean
    Sweeps sweeps(
            DatasetCatalog catalog,
            Backtests backtests,
            GammaSettings settings,
            @Qualifier("sessionLoaders") Executor loaders,
            @Qualifier("sweepThreads") Executor threads) {
        var crew = new Crew(threads, settings.sweepThreads());
        return new SweepRunner(catalog, new ExchangeCalendar(), backtests, loaders, crew);
    }

    @Bean
    SweepReport sweepReport() {
        return new SweepReport();
    }

    @Bean
    ReportWriter reportWriter() {
        return new JsonReport();
    }
}
