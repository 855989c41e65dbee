package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.model.Index;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Jobs are begun in the order of acceptance, whatever the clock does. One worker; jobs are told apart by their index. */
@ExtendWith(OutputCaptureExtension.class)
class JobOrderTest {

    private static final String SPX = "{\"indices\": [\"SPX\"]}";
    private static final String NDX = "{\"indices\": [\"NDX\"]}";
    private static final Duration JUMP = Duration.ofHours(1);

    @TempDir
    private Path home;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final List<Index> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    private Instant now() {
        return Instant.now().plus(ahead.get());
    }

    /** The only worker is busy until {@link #release}, and then notes what it begins. */
    private void keepBusy(TestService service) {
        var busy = new AtomicBoolean();
        service.engine().behave((_, _) -> {
            busy.set(true);
            release.await();
        });
        service.submit();
        await().untilTrue(busy);
        noteWhatBegins(service);
    }

    private void noteWhatBegins(TestService service) {
        service.engine().behave((request, _) -> begun.add(request.indices().getFirst()));
    }

    private void awaitBegun(Index... expected) {
        await().until(() -> begun.size() == expected.length);
        assertThat(begun).containsExactly(expected);
    }

    @Test
    void a_clock_that_is_put_back_stops_nothing() {
        ahead.set(JUMP);
        try (var service = TestService.start(home, this::now)) {
            var job = service.submit();
            ahead.set(Duration.ZERO);

            service.awaitStatus(job, JobStatus.SUCCEEDED);
        }
    }

    @Test
    void a_clock_that_is_put_back_while_a_job_runs_does_not_hide_how_far_it_is() {
        try (var service = TestService.start(home, this::now)) {
            service.engine().behave((_, listener) -> {
                listener.progress(FakeBacktests.progress(1));
                ahead.set(JUMP.negated());
                while (release.getCount() > 0) {
                    listener.progress(FakeBacktests.progress(4));
                }
            });
            var job = service.submit();
            await().untilAsserted(() -> assertThat(service.job(job).progress())
                    .extracting(JobProgress::sessionsDone)
                    .isEqualTo(4));
            release.countDown();
        }
    }

    @Test
    void jobs_that_come_after_the_clock_was_put_back_do_not_overtake(CapturedOutput output) {
        try (var service = TestService.start(home, this::now)) {
            keepBusy(service);
            ahead.set(JUMP.negated());
            var first = service.submit(NDX);
            ahead.set(JUMP.negated().multipliedBy(2));
            var second = service.submit(SPX);
            var positions = List.of(first, second).stream()
                    .map(job -> service.bean(Jobs.class)
                            .queuePosition(service.job(job))
                            .orElseThrow());
            assertThat(positions).containsExactly(1, 2);
            release.countDown();

            awaitBegun(Index.NDX, Index.SPX);
        }
        assertThat(output.getAll()).doesNotContain("Exception");
    }

    @Test
    void what_an_earlier_version_has_queued_by_time_is_run_before_what_came_later() {
        String busy;
        try (var service = TestService.start(home)) {
            service.runUntilCancelled();
            busy = service.submit();
            service.awaitStatus(busy, JobStatus.RUNNING);
            service.submit(NDX);
        }
        TestService.database(home)
                .sql("update scheduled_tasks set execution_time = ?")
                .param(Instant.now().plus(JUMP).toEpochMilli())
                .update();
        try (var service = TestService.startBusy(home)) {
            service.awaitStatus(busy, JobStatus.RUNNING);
            noteWhatBegins(service);
            service.submit(SPX);
            service.bean(Jobs.class).cancel(JobKind.BACKTEST, busy);

            awaitBegun(Index.NDX, Index.SPX);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H"})
    void a_job_that_is_to_be_tried_again_goes_before_those_that_came_after_it(Duration late) {
        try (var service = TestService.start(home)) {
            keepBusy(service);
            var again = service.submit(NDX);
            service.submit(SPX);
            var database = TestService.database(home);
            database.sql("update scheduled_tasks set execution_time = ? where task_instance = ?")
                    .params(Instant.now().plus(late).toEpochMilli(), again)
                    .update();
            var time = database.sql("select execution_time from scheduled_tasks where task_instance = ?")
                    .param(again)
                    .query(Long.class);
            await().until(() -> time.single() < 1000);
            release.countDown();

            awaitBegun(Index.NDX, Index.SPX);
        }
    }
}
