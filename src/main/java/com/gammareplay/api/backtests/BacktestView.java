package com.gammareplay.api.backtests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.jobs.JobErrorView;
import com.gammareplay.api.jobs.JobEta;
import com.gammareplay.api.jobs.JobHead;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.JobTimes;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.model.Cents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A job as clients see it. */
@Schema(name = "Job", description = "A backtest that was asked for.")
record BacktestView(
        @JsonUnwrapped JobHead head,

        @JsonUnwrapped JobTimes times,

        @Schema(description = "Place among the jobs that wait, from 1; null if it does not wait", nullable = true)
        @Nullable
        Integer queuePosition,

        @Schema(description = "How often a worker has begun it")
        int attempt,

        @Schema(description = "How far it is; null before it has begun", nullable = true) @Nullable
        ProgressView progress,

        @Schema(description = "Why it failed; null if it has not", nullable = true) @Nullable
        JobErrorView error,

        @Schema(description = "The headline numbers of its result; null before it has one", nullable = true) @Nullable
        RawJson headline,

        Links links) {

    /** How far a job is. */
    @Schema(name = "Progress")
    record ProgressView(
            @Schema(description = "Share of the ticks done, 0 to 1")
            double fraction,

            int sessionsDone,
            int sessionsTotal,
            long ticksDone,
            long ticksTotal,

            @Schema(description = "The session being replayed")
            LocalDate session,

            @Schema(description = "Trades closed so far") int trades,

            @Schema(description = "Realised so far, in dollars")
            BigDecimal pnl,

            @Schema(description = "Seconds to the end at the pace so far; null if unknown or ended", nullable = true)
            @Nullable
            Long etaSeconds) {

        /** How far a job is; null if that is unknown. */
        static @Nullable ProgressView of(Job job, Instant now) {
            var progress = job.progress();
            return progress == null ? null : of(progress, JobEta.secondsLeft(job, now));
        }

        private static ProgressView of(JobProgress progress, @Nullable Long etaSeconds) {
            return new ProgressView(
                    progress.fraction(),
                    progress.sessionsDone(),
                    progress.sessionsTotal(),
                    progress.ticksDone(),
                    progress.ticksTotal(),
                    progress.date(),
                    progress.trades(),
                    Cents.toDecimal(progress.pnl()),
                    etaSeconds);
        }
    }

    /** The calls about a job. */
    @Schema(name = "Links")
    record Links(
            String self,
            String events,
            String result,
            String trades,
            String decisions,
            String sessions,
            String equity,
            String band,
            String confidence,
            String verify,
            String report,
            String cancel,

            @Schema(description = "Only if the job has a callbackUrl")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String deliveries) {

        static Links of(Job job) {
            var self = JobPaths.of(job);
            return new Links(
                    self,
                    self + "/events",
                    self + "/result",
                    self + "/trades",
                    self + "/decisions",
                    self + "/sessions",
                    self + "/equity",
                    self + "/band",
                    self + "/confidence",
                    self + "/verify",
                    self + "/report",
                    self + "/cancel",
                    job.callbackUrl() == null ? null : self + "/deliveries");
        }
    }

    static BacktestView of(Job job, OptionalInt queuePosition, Instant now) {
        var headline = job.headline();
        return new BacktestView(
                JobHead.of(job),
                JobTimes.of(job),
                queuePosition.isPresent() ? queuePosition.getAsInt() : null,
                job.attempt(),
                ProgressView.of(job, now),
                JobErrorView.of(job),
                headline == null ? null : new RawJson(headline),
                Links.of(job));
    }
}
