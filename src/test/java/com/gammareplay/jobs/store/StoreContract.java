package com.gammareplay.jobs.store;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.gammareplay.jobs.queue.JobQueue;
import com.gammareplay.requests.Submission;
import com.gammareplay.requests.Tags;
import com.gammareplay.testing.StoreService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What tests of the store have in common, whichever database the jobs are kept in. No worker takes any unless a test lets it. */
public abstract class StoreContract {

    static final byte[] BODY = "{\"label\": \"mine\"}".getBytes(StandardCharsets.UTF_8);

    public final StoreService service;
    public final JobStore store;

    public StoreContract(StoreService.Kind kind) {
        service = StoreService.empty(kind);
        service.bean(JobQueue.class).pause();
        store = service.bean(JobStore.class);
    }

    static Job draft(String id) {
        return Job.queued(
                id,
                JobKind.BACKTEST,
                new Submission<>("", "{\"dataset\": \"demo\"}", "größer", new Tags(List.of("a", "\"b\"")), null),
                Instant.ofEpochMilli(1_700_000_000_123L));
    }

    static void nothing(Job job) {}

    Job add(String id) {
        return service.bean(JobQueue.class).add(draft(id), StoreContract::nothing);
    }

    public Job started(String id) {
        add(id);
        return store.start(id).orElseThrow();
    }

    /** What came of tasks that begin at the same moment: null, or why it failed. */
    static List<@Nullable Throwable> atOnce(List<? extends Callable<?>> tasks) throws InterruptedException {
        var start = new CyclicBarrier(tasks.size());
        var outcomes = new ArrayList<@Nullable Throwable>();
        try (var pool = Executors.newFixedThreadPool(tasks.size())) {
            var futures = tasks.stream()
                    .map(task -> pool.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            for (var future : futures) {
                outcomes.add(outcome(future));
            }
        }
        return outcomes;
    }

    static @Nullable Throwable outcome(Future<?> future) throws InterruptedException {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    static boolean isRefused(@Nullable Throwable outcome, Reason reason) {
        return outcome instanceof SubmissionRefusedException refused && refused.reason() == reason;
    }
}
