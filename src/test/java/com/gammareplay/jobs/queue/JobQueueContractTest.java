package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.store.LostJobs;
import com.gammareplay.jobs.store.StoreContract;
import com.gammareplay.model.Index;
import com.gammareplay.testing.StoreService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who runs what waits, and what a worker leaves that is gone. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class JobQueueContractTest extends StoreContract {

    private final StoreService.Kind kind;

    JobQueueContractTest(StoreService.Kind kind) {
        super(kind);
        this.kind = kind;
    }

    /** Lets the worker take what waits, until all jobs have ended. */
    private void work() {
        var queue = service.bean(JobQueue.class);
        queue.resume();
        queue.lane(JobKind.BACKTEST).wake();
        await().until(() -> service.count("job where finished_at is null") == 0);
        await().until(() -> service.count("scheduled_tasks") == 0);
        queue.pause();
    }

    @Test
    void a_worker_takes_jobs_in_the_order_of_acceptance() {
        var begun = new CopyOnWriteArrayList<Index>();
        service.bean(FakeBacktests.class)
                .behave((request, _) -> begun.add(request.indices().getFirst()));
        for (var index : List.of("NDX", "SPX", "SPX", "NDX")) {
            var body = "{\"indices\": [\"" + index + "\"]}";
            service.bean(Jobs.class).submit(body.getBytes(StandardCharsets.UTF_8), null);
        }
        work();

        assertThat(begun).containsExactly(Index.NDX, Index.SPX, Index.SPX, Index.NDX);
        assertThat(service.count("job where status = 'SUCCEEDED'")).isEqualTo(4);
    }

    @Test
    void a_job_whose_worker_says_nothing_any_more_is_run_by_another() {
        started("one");
        service.database().sql("update job set started_at = 0").update();
        take("'dead'", "'1970-01-01T00:00:01Z'");
        service.bean(FakeBacktests.class).behaveQuickly();
        work();

        var ended = store.find("one").orElseThrow();
        assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ended.attempt()).isEqualTo(2);
        assertThat(ended.deaths()).isEqualTo(1);
    }

    /** By a process that then died itself, before it had given the job a new place. */
    @Test
    void a_job_whose_worker_was_wrongly_taken_for_dead_is_run_again_all_the_same() {
        var isFirst = new AtomicBoolean(true);
        var id = service.bean(Jobs.class)
                .submit("{}".getBytes(StandardCharsets.UTF_8), null)
                .job()
                .id();
        service.bean(FakeBacktests.class).behave((_, _) -> {
            if (isFirst.getAndSet(false)) {
                lost().died(id, Instant.MAX);
            }
        });
        work();

        var ended = store.find(id).orElseThrow();
        assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ended.attempt()).isEqualTo(2);
    }

    @Test
    void an_attempt_that_another_worker_has_begun_since_is_not_lost_with_the_first() {
        var begun = Objects.requireNonNull(started("one").startedAt());

        lost().died("one", begun.minusMillis(1));
        lost().unwritten("one", begun.minusMillis(1));
        assertThat(store.find("one").orElseThrow().status()).isEqualTo(JobStatus.RUNNING);

        lost().died("one", begun);
        assertThat(store.find("one").orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
    }

    private LostJobs lost() {
        return service.bean(LostJobs.class);
    }

    /** Notes that a worker has taken all that waits, as db-scheduler writes it. */
    private void take(String worker, String heartbeat) {
        service.database()
                .sql(
                        kind == StoreService.Kind.SQLITE
                                ? "update scheduled_tasks set picked = 1, picked_by = " + worker
                                        + ", last_heartbeat = 1000 * unixepoch(" + heartbeat + ")"
                                : "update scheduled_tasks set picked = true, picked_by = " + worker
                                        + ", last_heartbeat = " + heartbeat)
                .update();
    }

    @Test
    void what_other_processes_may_run_is_left_to_them() {
        started("one");
        take("'other'", "'2026-01-12T00:00:00Z'");

        service.bean(StartupRecovery.class).start();

        var isTheOnlyProcess = kind == StoreService.Kind.SQLITE;
        assertThat(store.find("one").orElseThrow().status())
                .isEqualTo(isTheOnlyProcess ? JobStatus.QUEUED : JobStatus.RUNNING);
        assertThat(service.count("scheduled_tasks where picked_by is not null")).isEqualTo(isTheOnlyProcess ? 0 : 1);
    }
}
