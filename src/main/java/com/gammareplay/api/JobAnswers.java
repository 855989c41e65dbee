package com.gammareplay.api;

import com.gammareplay.jobs.Accepted;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.Jobs;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers about jobs of any kind; what a job looks like is its controller's business. */
@Component
class JobAnswers {

    private final Jobs jobs;
    private final JsonMapper mapper;
    private final InstantSource clock;

    JobAnswers(Jobs jobs, JsonMapper mapper, InstantSource clock) {
        this.jobs = jobs;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A job that was accepted, now or before by the same key. */
    <T> ResponseEntity<T> accepted(Accepted accepted, String path, T view) {
        var location = URI.create(path + "/" + accepted.job().id());
        var answer = waiting(ResponseEntity.accepted().location(location), accepted.job());
        if (accepted.replayed()) {
            answer.header(IdempotencyHeader.REPLAYED, "true");
        }
        return answer.body(view);
    }

    /** A job as it is now, with a tag by which a client learns that nothing has changed. */
    ResponseEntity<byte[]> present(Job job, Object view) {
        var body = mapper.writeValueAsBytes(view);
        return waiting(ResponseEntity.ok(), job)
                .eTag(EntityTag.of(body))
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** A job that was asked to end. */
    <T> ResponseEntity<T> cancelled(Job job, T view) {
        return ResponseEntity.status(job.status() == JobStatus.CANCELLING ? 202 : 200)
                .body(view);
    }

    private ResponseEntity.BodyBuilder waiting(ResponseEntity.BodyBuilder answer, Job job) {
        if (!job.status().isFinal()) {
            var position = jobs.queuePosition(job).orElse(0);
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Retry.afterSeconds(job, position, clock.instant())));
        }
        return answer;
    }
}
