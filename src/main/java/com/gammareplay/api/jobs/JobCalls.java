package com.gammareplay.api.jobs;

import com.gammareplay.api.conventions.Page;
import com.gammareplay.hash.Sha256;
import com.gammareplay.jobs.Accepted;
import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.ListedJob;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.requests.ListedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The calls that jobs of all kinds have in common; their controllers add what clients read about them. */
@Component
public class JobCalls {

    private static final int TAG_LENGTH = 32;

    private final Jobs jobs;
    private final JsonMapper mapper;
    private final InstantSource clock;

    JobCalls(Jobs jobs, JsonMapper mapper, InstantSource clock) {
        this.jobs = jobs;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Accepts a job, unless it was before by the same key.
     *
     * @param submission accepts it, given the key of the request if there is one
     */
    public <V> ResponseEntity<V> submit(
            JobViews<V> views, HttpServletRequest request, Function<@Nullable IdempotencyKey, Accepted> submission) {
        try {
            var accepted = submission.apply(IdempotencyHeader.read(request));
            var job = accepted.job();
            var answer = waiting(ResponseEntity.accepted().location(URI.create(JobPaths.of(job))), job);
            if (accepted.replayed()) {
                answer.header(IdempotencyHeader.REPLAYED, "true");
            }
            return answer.body(views.of(job));
        } catch (SubmissionRefusedException refusal) {
            throw JobProblems.of(refusal);
        }
    }

    /** A page of jobs, each without the parameters that are those of its preset. */
    public <V> Page<V> list(JobViews<V> views, HttpServletRequest request, @Nullable String cursor, int limit) {
        var page = JobListQuery.of(views.kind(), request).page(jobs, cursor, limit);
        var shown = page.items().stream()
                .map(ListedJob::job)
                .map(job -> job.with(ListedRequest.of(job.request())))
                .toList();
        return page.with(views.of(shown));
    }

    /** A job as it is now, with a tag by which a client learns that nothing has changed. */
    public ResponseEntity<byte[]> get(JobViews<?> views, String id) {
        var job = jobs.find(views.kind(), id).orElseThrow(() -> JobProblems.notFound(views.kind()));
        var body = mapper.writeValueAsBytes(views.of(job));
        return waiting(ResponseEntity.ok(), job)
                .eTag(tag(body))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** Other bytes, another tag. */
    private static String tag(byte[] body) {
        return '"' + Sha256.hex(body).substring(0, TAG_LENGTH) + '"';
    }

    /** Asks a job to end. */
    public <V> ResponseEntity<V> cancel(JobViews<V> views, String id) {
        var job = jobs.cancel(views.kind(), id).orElseThrow(() -> JobProblems.notFound(views.kind()));
        return ResponseEntity.status(job.status() == JobStatus.CANCELLING ? 202 : 200)
                .body(views.of(job));
    }

    /** Forgets a job that has ended. */
    public ResponseEntity<Void> delete(JobViews<?> views, String id) {
        if (!jobs.delete(views.kind(), id)) {
            throw jobs.find(views.kind(), id).isPresent()
                    ? JobProblems.notFinished(views.kind())
                    : JobProblems.notFound(views.kind());
        }
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity.BodyBuilder waiting(ResponseEntity.BodyBuilder answer, Job job) {
        if (!job.status().isFinal()) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(JobEta.askAgainAfter(job, clock.instant())));
        }
        return answer;
    }
}
