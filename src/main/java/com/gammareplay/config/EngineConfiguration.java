package com.gammareplay.config;

import com.gammareplay.access.ReplicaCount;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.replicas.Replicas;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.columns.DayStore;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.preparation.ForegroundWork;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.coverage.Coverages;
import com.gammareplay.replay.sweep.ParallelWork;
import com.gammareplay.replay.sweep.SweepRunner;
import com.gammareplay.replay.sweep.Sweeps;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.report.JsonReport;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.report.SweepReport;
import com.gammareplay.report.page.ReportPage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
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

    @Bean
    DayStore dayStore(CacheSettings settings, GammaHome home, InstantSource clock, MeterRegistry registry) {
        var folder = settings.dir() == null ? home.folder().resolve("cache") : settings.dir();
        var store = new DayStore(folder, settings.size().toBytes(), clock);
        FunctionCounter.builder("gamma.cache.hits", store, DayStore::hits)
                .description("Days that were there")
                .register(registry);
        FunctionCounter.builder("gamma.cache.misses", store, DayStore::misses)
                .description("Days that had to be read from their recordings")
                .register(registry);
        Gauge.builder("gamma.cache.size", store, DayStore::bytes)
                .description("Bytes of the kept days")
                .baseUnit("bytes")
                .register(registry);
        return store;
    }

    /** Only the holder of the folder may clean up in it. */
    @Bean
    RecordingFolder recordings(GammaSettings settings, GammaHome home, DayStore store) throws IOException {
        var recordings = RecordingFolder.of(settings.recordings(), home.folder(), BUSY_TIMEOUT, store);
        recordings.deleteLeftovers();
        try {
            recordings.provideDemo((done, total) -> LOG.info("made demo session {} of {}", done, total));
        } catch (DataException e) {
            throw new StartRefusedException(
                    "In " + settings.recordings() + ": " + e.getMessage(),
                    "Let the user of the service read GAMMA_DATA_DIR; in a container that user has the number 10001.",
                    e);
        }
        return recordings;
    }

    /** Datasets are prepared while no job is replayed. */
    @Bean
    ForegroundWork foregroundWork(Jobs jobs) {
        return jobs::isBusy;
    }

    @Bean
    ReplicaCount replicaCount(Replicas replicas) {
        return replicas::count;
    }

    @Bean(defaultCandidate = false)
    ExecutorService sessionLoaders() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("loader-", 1).factory());
    }

    @Bean
    Backtests backtests(DatasetCatalog catalog, @Qualifier("sessionLoaders") Executor loaders) {
        return new BacktestRunner(catalog, new ExchangeCalendar(), loaders, BuildVersion.current());
    }

    @Bean
    Coverages coverages(DatasetCatalog catalog) {
        return new Coverages(catalog, new ExchangeCalendar());
    }

    @Bean(defaultCandidate = false)
    ExecutorService sweepThreads(GammaSettings settings) {
        return Executors.newFixedThreadPool(
                settings.sweepThreads(), Thread.ofPlatform().name("sweep-", 1).factory());
    }

    @Bean
    Sweeps sweeps(
            DatasetCatalog catalog,
            GammaSettings settings,
            @Qualifier("sessionLoaders") Executor loaders,
            @Qualifier("sweepThreads") Executor threads) {
        var parallel = new ParallelWork(threads, settings.sweepThreads());
        return new SweepRunner(catalog, new ExchangeCalendar(), loaders, parallel, BuildVersion.current());
    }

    @Bean
    SweepReport sweepReport() {
        return new SweepReport();
    }

    @Bean
    ReportWriter reportWriter() {
        return new JsonReport();
    }

    @Bean
    ReportPage reportPage() {
        return new ReportPage();
    }
}
