package com.gammareplay.api.sweeps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.jobs.JobErrorView;
import com.gammareplay.api.jobs.JobEta;
import com.gammareplay.api.jobs.JobHead;
import com.gammareplay.api.jobs.JobPaths;
import com.gammareplay.api.jobs.JobTimes;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.sweeps.CombinationCounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A sweep as clients see it. */
@Schema(name = "Sweep", description = "A sweep that was asked for: a job like a backtest.")
record SweepView(
        @JsonUnwrapped JobHead head,

        @Schema(description = "Combinations that it tries: the more, the better the best one looks by chance")
        int trials,

        @JsonUnwrapped JobTimes times,

        @Schema(description = "Place among the sweeps that wait, from 1; null if it does not wait", nullable = true)
        @Nullable
        Integer queuePosition,

        @Schema(description = "How often a worker has begun it or taken it up again")
        int attempt,

        @Schema(description = "How far it is; null before it has begun", nullable = true) @Nullable
        SweepProgress progress,

        @Schema(description = "Why it failed; null if it has not", nullable = true) @Nullable
        JobErrorView error,

        @Schema(description = "The headline numbers of the base; null before it has succeeded", nullable = true)
        @Nullable
        RawJson headline,

        SweepLinks links) {

    /** How far a sweep is. */
    @Schema(name = "SweepProgress")
    record SweepProgress(
            @Schema(description = "Share of the ticks done, 0 to 1")
            double fraction,

            @Schema(description = "Combinations whose row is kept")
            int trialsDone,

            @Schema(description = "Counted once for each combination, those of the walk-forward test too")
            int sessionsDone,

            int sessionsTotal,
            long ticksDone,
            long ticksTotal,

            @Schema(description = "The session being replayed")
            LocalDate session,

            @Schema(
                    description =
                            "Seconds to the end at the pace so far; null if unknown, overdue, ended or taken up again",
                    nullable = true)
            @Nullable
            Long etaSeconds) {

        private static SweepProgress of(
                JobProgress progress, CombinationCounts combinations, @Nullable Long etaSeconds) {
            return new SweepProgress(
                    progress.fraction(),
                    combinations.done(),
                    progress.sessionsDone(),
                    progress.sessionsTotal(),
                    progress.ticksDone(),
                    progress.ticksTotal(),
                    progress.date(),
                    etaSeconds);
        }
    }

    /** The calls about a sweep. */
    @Schema(name = "SweepLinks")
    record SweepLinks(
            String self,
            String events,
            String results,

            @Schema(description = "null if only one parameter is swept", nullable = true) @Nullable
            String heatmap,

            @Schema(description = "null if no such test was asked for", nullable = true) @Nullable
            String walkForward,

            String cancel) {
        private static SweepLinks of(Job job) {
            var self = JobPaths.of(job);
            var shape = SweepShape.of(job);
            return new SweepLinks(
                    self,
                    self + "/events",
                    self + "/results",
                    shape.hasTwoAxes() ? self + "/heatmap" : null,
                    shape.hasWalkForward() ? self + "/walk-forward" : null,
                    self + "/cancel");
        }
    }

    static SweepView of(Job job, CombinationCounts combinations, OptionalInt queuePosition, Instant now) {
        var progress = job.progress();
        var headline = job.headline();
        var eta = job.attempt() > 1 ? null : JobEta.secondsLeft(job, now); // an earlier attempt did a part
        return new SweepView(
                JobHead.of(job),
                combinations.total(),
                JobTimes.of(job),
                queuePosition.isPresent() ? queuePosition.getAsInt() : null,
                job.attempt(),
                progress == null ? null : SweepProgress.of(progress, combinations, eta),
                JobErrorView.of(job),
                headline == null ? null : new RawJson(headline),
                SweepLinks.of(job));
    }
}
