package com.gammareplay.api.jobs;

import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for, and what became of it: the fields with which a job of any kind begins. */
public record JobHead(
        @Schema(description = "By what the job is known") String id,

        JobStatus status,

        @Schema(description = "As the client gave it", nullable = true) @Nullable
        String label,

        @Schema(description = "As the client gave them") List<String> tags,

        @Schema(description = "The effective request, with every default filled in")
        RawJson request) {

    /** Those of a job. */
    public static JobHead of(Job job) {
        return new JobHead(job.id(), job.status(), job.label(), job.tags().values(), new RawJson(job.request()));
    }
}
