package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.Jobs;
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
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

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

    /** But for the one that its worker has already chosen. */
    @Test
    void a_job_that_could_not_be_written_goes_before_those_that_came_after_it() {
        try (var service = TestService.start(home)) {
            keepBusy(service);
            service.engine().behave((request, _) -> {
                begun.add(request.indices().getFirst());
                if (begun.size() == 1) {
                    throw new DataAccessResourceFailureException(
                            "no room", new SQLiteException("no room", SQLiteErrorCode.SQLITE_FULL));
                }
            });
            var again = service.submit(NDX);
            var last = List.of(service.submit(SPX), service.submit(SPX), service.submit(SPX))
                    .getLast();
            release.countDown();

            service.awaitStatus(last, JobStatus.SUCCEEDED);
            assertThat(begun).hasSize(5).startsWith(Index.NDX);
            assertThat(begun.lastIndexOf(Index.NDX)).isBetween(1, 2);
            assertThat(service.awaitStatus(again, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatever_has_been_put_back_goes_before_those_that_came_after_it() {
        try (var service = TestService.start(home)) {
            service.runUntilCancelled();
            service.awaitStatus(service.submit(NDX), JobStatus.RUNNING);
            service.submit(SPX);
        }
        try (var service = TestService.start(
                home, (request, _) -> begun.add(request.indices().getFirst()))) {
            awaitBegun(Index.NDX, Index.SPX);
            assertThat(service.bean(Jobs.class).queue().queued()).isZero();
        }
    }

    @Test
    void each_kind_has_a_line_of_its_own() {
        try (var service = TestService.start(home)) {
            keepBusy(service);
            var sweepMayEnd = new CountDownLatch(1);
            service.sweeps().behave((_, _) -> sweepMayEnd.await());
            service.awaitStatus(service.submitSweep(), JobStatus.RUNNING);
            var waiting = List.of(service.submit(), service.submitSweep(), service.submit(), service.submitSweep());
            var jobs = service.bean(Jobs.class);

            assertThat(waiting)
                    .extracting(job -> jobs.queuePosition(service.job(job)).orElseThrow())
                    .containsExactly(1, 1, 2, 2);
            assertThat(jobs.queue().queued()).isEqualTo(4);
            jobs.cancel(JobKind.BACKTEST, waiting.getFirst());
            assertThat(jobs.queuePosition(service.job(waiting.get(2)))).hasValue(1);
            sweepMayEnd.countDown();
            release.countDown();
        }
    }
}
