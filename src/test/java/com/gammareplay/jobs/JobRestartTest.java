package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.Application;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.replay.RawRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JobRestartTest {

    private static final Submission SUBMISSION =
            new Submission(new RawRequest("demo", null, null, null, null, null, null, null), null, Tags.NONE);

    @TempDir
    private Path home;

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class, FakeEngine.class)
                .run(
                        "--server.port=0",
                        "--gamma.workers=1",
                        "--gamma.home=" + home,
                        "--gamma.data-dir=src/test/resources/no-recordings");
    }

    private static void runUntilCancelled(ConfigurableApplicationContext service) {
        service.getBean(FakeBacktests.class).behave((_, listener) -> {
            while (!listener.isCancelled()) {
                Thread.onSpinWait();
            }
        });
    }

    private static String submit(ConfigurableApplicationContext service) {
        return service.getBean(Jobs.class).submit(SUBMISSION).id();
    }

    private static Job awaitStatus(ConfigurableApplicationContext service, String id, JobStatus status) {
        var jobs = service.getBean(Jobs.class);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(status));
        return jobs.find(id).orElseThrow();
    }

    @Test
    void a_stop_puts_running_jobs_back_and_the_next_start_runs_them() {
        String running;
        String waiting;
        try (var service = start()) {
            runUntilCancelled(service);
            running = submit(service);
            waiting = submit(service);
            awaitStatus(service, running, JobStatus.RUNNING);
        }
        try (var service = start()) {
            assertThat(awaitStatus(service, running, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
            assertThat(awaitStatus(service, waiting, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_a_killed_process_left_is_taken_up_or_ended() {
        String running;
        String cancelling;
        try (var service = start()) {
            runUntilCancelled(service);
            running = submit(service);
            awaitStatus(service, running, JobStatus.RUNNING);
            cancelling = submit(service);
        }
        leaveAsKilled(running, cancelling);
        try (var service = start()) {
            assertThat(awaitStatus(service, running, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
            awaitStatus(service, cancelling, JobStatus.CANCELLED);
        }
    }

    /** As the rows are when a process with a running job and one being cancelled is killed. */
    private void leaveAsKilled(String running, String cancelling) {
        var database = JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + home.resolve("jobs.db")));
        database.sql("update job set status = 'RUNNING', started_at = created_at where id = ?")
                .param(running)
                .update();
        database.sql("update job set status = 'CANCELLING', started_at = created_at where id = ?")
                .param(cancelling)
                .update();
        database.sql("update scheduled_tasks set picked = 1, picked_by = 'killed', last_heartbeat = execution_time")
                .update();
    }
}
