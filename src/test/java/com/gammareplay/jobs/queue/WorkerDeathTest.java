package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A job whose worker dies while this process lives: it had the job from the same tables, and no longer says that it
 * lives. What a worker has taken is no new work, so that nothing but its death makes the job run again.
 */
@Tag("trial")
class WorkerDeathTest {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    @TempDir
    private Path home;

    /** A job that a worker has begun, and that it has just said to live. */
    private static String taken(TestService service, @Nullable String by) {
        service.bean(JobQueue.class).pause();
        var job = service.submit();
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql("update job set status = 'RUNNING', attempt = 1, started_at = created_at where id = ?")
                .param(job)
                .update();
        jdbc.sql("update scheduled_tasks set picked = 1, picked_by = ?, last_heartbeat = ?")
                .param(by)
                .param(Instant.now().toEpochMilli())
                .update();
        service.bean(JobQueue.class).resume();
        return job;
    }

    @Test
    void another_worker_finishes_the_job() {
        try (var service = TestService.start(home)) {
            var job = taken(service, "elsewhere");

            await().atMost(TAKEN_OVER)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> service.job(job).status().isFinal());
            var ended = service.job(job);
            assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(ended.deaths()).isEqualTo(1);
            assertThat(service.bean(Jobs.class).document(job, JobDocument.RESULT))
                    .isPresent();
        }
    }

    /** As after a full disk, on which neither the end of a job could be written nor that its worker is free. */
    @Test
    void a_worker_of_this_process_that_could_not_write_the_end_has_not_died() {
        try (var service = TestService.start(home)) {
            var job = taken(
                    service, service.bean(JobQueue.class).lane(JobKind.BACKTEST).name());

            var ended = service.awaitStatus(job, JobStatus.SUCCEEDED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(ended.deaths()).isZero();
        }
    }

    /** As after a stall of the process. Jobs that are found dead are handled in the order in which they were last alive. */
    @Test
    void a_job_that_runs_here_is_left_to_its_worker_though_it_seems_dead() {
        try (var service = TestService.start(home, "--gamma.workers=2")) {
            service.runUntilCancelled();
            var late = service.submit();
            service.awaitStatus(late, JobStatus.RUNNING);
            var jdbc = service.bean(JdbcClient.class);
            var version = jdbc.sql("select version from scheduled_tasks where task_instance = ?")
                    .param(late)
                    .query(Integer.class);
            var before = version.single();
            jdbc.sql("create trigger late after update of last_heartbeat on scheduled_tasks when new.task_instance = '"
                            + late + "' begin update scheduled_tasks set last_heartbeat = 1"
                            + " where task_instance = new.task_instance; end")
                    .update();
            service.engine().behaveQuickly();
            jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                            + " last_heartbeat, version) values ('backtest', 'nobody', 2, 1, 'elsewhere', ?, 1)")
                    .param(Instant.now().toEpochMilli())
                    .update();
            await().until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_instance = 'nobody'")
                            .query(Integer.class)
                            .single()
                    == 0);

            assertThat(version.single()).isEqualTo(before);
            assertThat(service.job(late).status()).isEqualTo(JobStatus.RUNNING);
            service.bean(Jobs.class).cancel(JobKind.BACKTEST, late);
            assertThat(service.awaitStatus(late, JobStatus.CANCELLED).attempt()).isEqualTo(1);
        }
    }

    /** Another version of the service may have accepted it, and is to find it when it is started again. */
    @Test
    void work_that_this_version_does_not_know_stays() {
        try (var service = TestService.start(home)) {
            var jdbc = service.bean(JdbcClient.class);
            jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " values ('later', 'version', 1, 0, 1)")
                    .update();
            service.awaitStatus(service.submit(), JobStatus.SUCCEEDED); // so the table has been looked at
            var dead = taken(service, "elsewhere");
            service.awaitStatus(dead, JobStatus.SUCCEEDED); // before it looks for the dead it deletes the unknown

            assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'later'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
