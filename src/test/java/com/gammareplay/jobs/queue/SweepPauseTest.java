package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeSweeps;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sweeps that rest between two slices, beside jobs that take the process with them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("trial")
class SweepPauseTest {

    @TempDir
    private Path home;

    @TempDir
    private Path afterKill;

    private final CountDownLatch sweepMayEnd = new CountDownLatch(1);
    private final CountDownLatch backtestBegan = new CountDownLatch(1);
    private final CountDownLatch backtestMayEnd = new CountDownLatch(1);

    /** Whatever is accepted from now on counts as having cost as many workers as a job may. */
    private static void accuse(TestService service) {
        service.bean(JdbcClient.class)
                .sql("create trigger accuse after insert on job"
                        + " begin update job set deaths = 4 where number = new.number; end")
                .update();
    }

    private static void acquit(TestService service) {
        service.bean(JdbcClient.class).sql("drop trigger accuse").update();
    }

    private static void pass(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void blockBacktests(TestService service) {
        service.engine().behave((_, _) -> {
            backtestBegan.countDown();
            pass(backtestMayEnd);
        });
    }

    @Test
    void a_sweep_that_lets_others_pass_does_not_fail_by_them() throws InterruptedException {
        String sweep;
        String poison;
        try (var service = TestService.start(home)) {
            accuse(service);
            blockBacktests(service);
            service.sweeps().behave((journal, listener) -> {
                journal.keep(List.of(FakeSweeps.ROW));
                while (backtestBegan.getCount() > 0 && !listener.isCancelled()) {
                    journal.pause();
                }
            });
            sweep = service.submitSweep();
            service.awaitStatus(sweep, JobStatus.RUNNING);
            poison = service.submit();
            pass(backtestBegan);
            acquit(service);

            service.copyAsKilled(afterKill);
            backtestMayEnd.countDown();
        }
        try (var service = TestService.start(afterKill)) {
            service.awaitStatus(poison, JobStatus.FAILED);
            assertThat(service.awaitStatus(sweep, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
        }
    }

    /** Else it could be blamed again and again for what the process dies of while it rests. */
    @Test
    void a_sweep_lets_nobody_pass_before_it_has_come_further_than_its_last_death() throws InterruptedException {
        var paused = new CountDownLatch(1);
        try (var service = TestService.start(home)) {
            accuse(service);
            blockBacktests(service);
            service.sweeps().behave((journal, _) -> {
                pass(sweepMayEnd);
                journal.pause();
                assertThat(backtestBegan.getCount()).isEqualTo(1);
                paused.countDown();
                journal.keep(List.of(FakeSweeps.ROW));
                journal.pause();
                assertThat(backtestMayEnd.getCount()).isZero();
            });
            var sweep = service.submitSweep();
            service.awaitStatus(sweep, JobStatus.RUNNING);
            var backtest = service.submit();
            await().until(() -> picked(service) == 1);
            sweepMayEnd.countDown();
            pass(paused);
            pass(backtestBegan);
            backtestMayEnd.countDown();
            service.awaitStatus(backtest, JobStatus.SUCCEEDED);
            service.awaitStatus(sweep, JobStatus.SUCCEEDED);
        }
    }

    private static int picked(TestService service) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where picked = 1")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_choice_that_is_kept_forgives_deaths_as_rows_do() {
        try (var service = TestService.start(home)) {
            accuse(service);
            service.sweeps().behave((journal, _) -> {
                journal.choose(1);
                pass(sweepMayEnd);
            });
            var sweep = service.submitSweep();

            await().untilAsserted(() -> assertThat(service.job(sweep).deaths()).isZero());
            sweepMayEnd.countDown();
            service.awaitStatus(sweep, JobStatus.SUCCEEDED);
        }
    }

    @Test
    void others_run_beside_a_suspect_that_has_come_further() throws InterruptedException {
        var sweepGoesOn = new CountDownLatch(1);
        try (var service = TestService.start(home)) {
            accuse(service);
            service.sweeps().behave((journal, _) -> {
                journal.keep(List.of(FakeSweeps.ROW));
                journal.pause();
                sweepGoesOn.countDown();
                pass(sweepMayEnd);
            });
            var sweep = service.submitSweep();
            acquit(service);
            pass(sweepGoesOn);

            service.awaitStatus(service.submit(), JobStatus.SUCCEEDED);
            assertThat(service.job(sweep).status()).isEqualTo(JobStatus.RUNNING);
            sweepMayEnd.countDown();
            service.awaitStatus(sweep, JobStatus.SUCCEEDED);
        }
    }

    @Test
    void a_sweep_that_lets_others_pass_can_be_cancelled() throws InterruptedException {
        try (var service = TestService.start(home)) {
            accuse(service);
            blockBacktests(service);
            service.sweeps().behave((journal, listener) -> {
                journal.keep(List.of(FakeSweeps.ROW));
                while (!listener.isCancelled()) {
                    journal.pause();
                }
            });
            var sweep = service.submitSweep();
            service.awaitStatus(sweep, JobStatus.RUNNING);
            var backtest = service.submit();
            pass(backtestBegan);

            service.bean(Jobs.class).cancel(JobKind.SWEEP, sweep);

            service.awaitStatus(sweep, JobStatus.CANCELLED);
            assertThat(service.job(backtest).status()).isEqualTo(JobStatus.RUNNING);
            backtestMayEnd.countDown();
            service.awaitStatus(backtest, JobStatus.SUCCEEDED);
        }
    }

    @Test
    void an_attempt_that_came_further_is_not_one_too_many() throws InterruptedException {
        var kept = new CountDownLatch(1);
        String sweep;
        try (var service = TestService.start(home, "--gamma.max-attempts=1")) {
            service.sweeps().behave((journal, _) -> {
                journal.keep(List.of(FakeSweeps.ROW));
                kept.countDown();
                pass(sweepMayEnd);
            });
            sweep = service.submitSweep();
            pass(kept);
            service.copyAsKilled(afterKill);
            sweepMayEnd.countDown();
        }
        try (var service = TestService.start(afterKill, "--gamma.max-attempts=1")) {
            assertThat(service.awaitStatus(sweep, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
        }
    }
}
