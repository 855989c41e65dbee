package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobResult;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.JobWork;
import com.gammareplay.jobs.store.JobDocumentStore;
import com.gammareplay.jobs.store.JobDocuments;
import com.gammareplay.jobs.store.TrialLedger;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.BacktestReader;
import com.gammareplay.statistics.SessionSharpe;
import com.gammareplay.statistics.Trials;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Replays a backtest. */
@Component
class BacktestWork implements JobWork {

    private final Backtests backtests;
    private final ReportWriter writer;
    private final BacktestReader reader;
    private final JobDocumentStore documents;
    private final TrialLedger trials;
    private final JobMetrics metrics;
    private final JobSettings settings;

    BacktestWork(
            Backtests backtests,
            ReportWriter writer,
            BacktestReader reader,
            JobDocumentStore documents,
            TrialLedger trials,
            JobMetrics metrics,
            JobSettings settings) {
        this.backtests = backtests;
        this.writer = writer;
        this.reader = reader;
        this.documents = documents;
        this.trials = trials;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    public JobKind kind() {
        return JobKind.BACKTEST;
    }

    @Override
    public Duration timeout() {
        return settings.jobTimeout();
    }

    @Override
    public JobResult run(Job job, ReplayListener listener, Runnable pause) {
        var result = backtests.run(reader.readAccepted(job.request()), listener);
        metrics.read(result);
        var written = JobDocuments.of(result, writer);
        var tried = Trials.one(SessionSharpe.of(result.ledger()));
        return new JobResult(written.headline(), () -> {
            documents.keep(job.id(), written);
            trials.keep(result.provenance().data(), job.request(), tried);
        });
    }
}
