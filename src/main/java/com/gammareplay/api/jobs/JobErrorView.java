package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a job failed. */
@Schema(name = "JobError", description = "Why a job failed, as a problem (RFC 9457).")
public record JobErrorView(String type, String title, String detail, String code) {

    /** Why a job failed; null if it has not. */
    public static @Nullable JobErrorView of(Job job) {
        var error = job.error();
        if (error == null) {
            return null;
        }
        var title = switch (job.kind()) {
            case BACKTEST -> "Backtest failed";
            case SWEEP -> "Sweep failed";
        };
        return new JobErrorView("urn:gamma-replay:problem:" + error.code(), title, error.detail(), error.code());
    }
}
