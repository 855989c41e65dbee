package com.gammareplay.config;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.Backtests;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.ReportWriter;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine: recordings, replays and reports, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int BUSY_TIMEOUT = 5000;

    /** Only the holder of the folder may clean up in it. */
    @Bean
    RecordingFolder recordings(GammaSettings settings, GammaHome home) {
        var recordings = new RecordingFolder(
                settings.dataDir(),
                home.folder().resolve("demo/demo.db"),
                home.folder().resolve("copies"),
                BUSY_TIMEOUT);
        recordings.deleteLeftovers();
        return recordings;
    }

    @Bean(defaultCandidate = false)
    ExecutorService sessionLoaders(GammaSettings settings) {
        return Executors.newFixedThreadPool(
                settings.workers(), Thread.ofPlatform().name("loader-", 1).factory());
    }

    @Bean
    Backtests backtests(
            DatasetCatalog catalog,
            @Qualifier("sessionLoaders") Executor loaders,
            ObjectProvider<BuildProperties> build) {
        var properties = build.getIfAvailable();
        var version = properties == null ? "development" : String.valueOf(properties.getVersion());
        return new BacktestRunner(catalog, new ExchangeCalendar(), loaders, version);
    }

    @Bean
    ReportWriter reportWriter() {
        return new JsonReport();
    }
}
