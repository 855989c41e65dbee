package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.JobEvents;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.store.Retention;
import com.gammareplay.requests.Tags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("trial")
class JobRestartTest {

    @TempDir
    private Path home;

    private String waitingJob() {
        try (var service = TestService.start(home)) {
            service.runUntilCancelled();
            var running = service.submit();
            service.awaitStatus(running, JobStatus.RUNNING);
            return service.submit();
        }
    }

    private static String errorCode(Job job) {
        return Objects.requireNonNull(job.error()).code();
    }

    @Test
    void a_stop_puts_running_jobs_back_and_the_next_start_runs_them() {
        String running;
        String waiting;
        try (var service = TestService.start(home)) {
            service.runUntilCancelled();
            running = service.submit();
            service.awaitStatus(running, JobStatus.RUNNING);
            waiting = service.submit();
        }
        try (var service = TestService.start(home)) {
            var again = service.awaitStatus(running, JobStatus.SUCCEEDED);
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.deaths()).isZero();
            assertThat(service.awaitStatus(waiting, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(1);
        }
    }

    @Test
    void stops_do_not_use_up_the_attempts_at_a_job() {
        String job;
        try (var service = TestService.start(home, "--gamma.max-attempts=2")) {
            service.runUntilCancelled();
            job = service.submit();
            service.awaitStatus(job, JobStatus.RUNNING);
        }
        for (var stop = 2; stop <= 3; stop++) {
            try (var service = TestService.start(home, FakeBacktests.UNTIL_CANCELLED, "--gamma.max-attempts=2")) {
                service.awaitStatus(job, JobStatus.RUNNING);
            }
        }
        try (var service = TestService.start(home, "--gamma.max-attempts=2")) {
            assertThat(service.awaitStatus(job, JobStatus.SUCCEEDED).attempt()).isEqualTo(4);
        }
    }

    @Test
    void what_was_left_waits_before_anybody_can_ask() {
        TestService.leaveAsKilled(home, waitingJob());
        var waiting = new AtomicInteger();
        ApplicationListener<WebServerInitializedEvent> listener = event -> waiting.set(
                event.getApplicationContext().getBean(Jobs.class).queue().queued());
        try (var _ = TestService.start(home, context -> context.addApplicationListener(listener))) {
            assertThat(waiting).hasValue(2);
        }
    }

    @Test
    void a_job_whose_result_the_database_refuses_fails_at_once() {
        try (var service = TestService.start(home)) {
            service.bean(JdbcClient.class)
                    .sql("create trigger defect before insert on job_part begin select raise(abort, 'defect'); end")
                    .update();
            var failed = service.awaitStatus(service.submit(), JobStatus.FAILED);

            assertThat(errorCode(failed)).isEqualTo("internal");
            assertThat(failed.attempt()).isEqualTo(1);
        }
    }

    @Test
    void a_stop_gives_running_jobs_time_to_finish() {
        var stopping = new CountDownLatch(1);
        String running;
        try (var service = TestService.start(home, "--gamma.shutdown-grace=10s")) {
            service.engine().behave((_, _) -> stopping.await());
            running = service.submit();
            service.awaitStatus(running, JobStatus.RUNNING);
            var stop = new Thread(service::close);
            stop.start();
            await().until(() -> service.bean(RunningJobs.class).isStopping());
            stopping.countDown();
            await().until(() -> !stop.isAlive());
        }
        try (var service = TestService.start(home)) {
            assertThat(service.job(running).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(service.job(running).attempt()).isEqualTo(1);
        }
    }

    @Test
    void a_job_that_has_time_to_finish_at_a_stop_is_looked_at_all_the_while() throws InterruptedException {
        var cancelled = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        try (var service = TestService.start(home, "--gamma.shutdown-grace=1m")) {
            service.engine().behave((_, listener) -> {
                while (!listener.isCancelled()) {
                    Thread.onSpinWait();
                }
                cancelled.countDown();
                told.await();
            });
            var running = service.submit();
            service.awaitStatus(running, JobStatus.RUNNING);
            var reader = service.bean(JobEvents.class).subscribe(running, null).orElseThrow();
            var stop = new Thread(service::close);
            stop.start();
            await().until(() -> service.bean(RunningJobs.class).isStopping());
            TestService.database(home)
                    .sql("update job set status = 'CANCELLING'")
                    .update();

            assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> reader.next(Duration.ofMillis(100)).stream()
                            .anyMatch(event -> event instanceof JobEvent.State state
                                    && state.job().status() == JobStatus.CANCELLING));
            told.countDown();
            stop.join();
        }
    }

    @Test
    void what_a_killed_process_left_is_taken_up_or_ended() {
        var running = waitingJob();
        String cancelling;
        try (var service = TestService.startBusy(home)) {
            cancelling = service.submit();
        }
        TestService.leaveAsKilled(home, running);
        TestService.leaveAsKilled(home, cancelling);
        TestService.database(home)
                .sql("update job set status = 'CANCELLING' where id = ?")
                .param(cancelling)
                .update();
        try (var service = TestService.start(home)) {
            var again = service.awaitStatus(running, JobStatus.SUCCEEDED);
            assertThat(again.deaths()).isEqualTo(1);
            service.awaitStatus(cancelling, JobStatus.CANCELLED);
        }
    }

    @Test
    void no_other_job_begins_while_a_suspect_runs() throws InterruptedException {
        var suspect = new Quarantine();
        var job = job(2);
        var other = job(0);
        var entered = new CountDownLatch(1);
        var permit = suspect.enter(job);
        var second = new Thread(() -> {
            try {
                suspect.enter(other).close();
                entered.countDown();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        second.start();
        await().until(() -> second.getState() == Thread.State.WAITING);
        assertThat(entered.getCount()).isEqualTo(1);
        permit.close();
        entered.await();
    }

    private static Job job(int deaths) {
        var now = Instant.EPOCH;
        return new Job(
                1L,
                "id",
                JobKind.BACKTEST,
                JobStatus.QUEUED,
                null,
                Tags.NONE,
                null,
                "{}",
                now,
                null,
                null,
                deaths,
                deaths,
                0,
                null,
                null,
                null);
    }

    @Test
    void a_job_survives_four_deaths_and_fails_by_the_fifth_and_the_queue_goes_on() {
        var poisonous = waitingJob();
        String innocent;
        try (var service = TestService.startBusy(home)) {
            innocent = service.submit();
        }
        for (var death = 1; death <= 5; death++) {
            TestService.leaveAsKilled(home, poisonous);
            try (var service = death < 5 ? TestService.startBusy(home) : TestService.start(home)) {
                if (death < 5) {
                    assertThat(service.job(poisonous).status()).isEqualTo(JobStatus.QUEUED);
                    assertThat(service.job(poisonous).deaths()).isEqualTo(death);
                } else {
                    var failed = service.awaitStatus(poisonous, JobStatus.FAILED);
                    assertThat(errorCode(failed)).isEqualTo("worker-lost");
                    service.awaitStatus(innocent, JobStatus.SUCCEEDED);
                }
            }
        }
    }

    @Test
    void a_job_that_was_tried_too_often_fails() {
        var job = waitingJob();
        TestService.database(home).sql("update job set attempt = 10").update();
        try (var service = TestService.start(home)) {
            assertThat(errorCode(service.awaitStatus(job, JobStatus.FAILED))).isEqualTo("worker-lost");
            service.awaitStatus(service.submit(), JobStatus.SUCCEEDED);
        }
    }

    @Test
    void a_job_that_takes_too_long_fails_with_timeout() {
        try (var service = TestService.start(home, "--gamma.job-timeout=50ms")) {
            service.runUntilCancelled();
            var slow = service.submit();

            assertThat(errorCode(service.awaitStatus(slow, JobStatus.FAILED))).isEqualTo("timeout");
        }
    }

    @Test
    void old_jobs_are_forgotten_with_their_results_and_keys() {
        try (var service = TestService.start(home)) {
            var jobs = List.of(service.submit(), service.submit(), service.submit());
            jobs.forEach(job -> service.awaitStatus(job, JobStatus.SUCCEEDED));
            var old = service.job(jobs.getFirst()).createdAt().minus(Duration.ofDays(91));
            TestService.database(home)
                    .sql("update job set finished_at = ? where id <> ?")
                    .params(old.toEpochMilli(), jobs.getLast())
                    .update();
            service.bean(Retention.class).purge();

            assertThat(service.bean(Jobs.class).find(JobKind.BACKTEST, jobs.getFirst()))
                    .isEmpty();
            assertThat(service.bean(Jobs.class).document(jobs.getFirst(), JobDocument.RESULT))
                    .isEmpty();
            assertThat(service.bean(Jobs.class).document(jobs.getLast(), JobDocument.RESULT))
                    .isPresent();
        }
    }
}
