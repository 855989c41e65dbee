package com.gammareplay.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeTrades;
import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.JobEvent;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.store.JobStore;
import com.gammareplay.jobs.store.JobTrades;
import com.gammareplay.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those who follow a job are told of its rows. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class JobEventsTest {

    /** All of a page and some of the next. */
    private static final int MANY = JobTrades.PAGE * 3 / 2;

    private TestService service;
    private JobEvents events;
    private JdbcClient jdbc;
    private CountDownLatch release = new CountDownLatch(1);

    @BeforeAll
    void start(@TempDir Path home) {
        service = TestService.start(home);
        events = service.bean(JobEvents.class);
        jdbc = service.bean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @AfterEach
    void nothing_runs_on() {
        release.countDown();
        service.engine().behaveQuickly();
        await().until(() -> !service.bean(Jobs.class).isBusy());
        release = new CountDownLatch(1);
    }

    /** A job whose rows are not written by anybody else. */
    private String job() {
        var id = service.submit();
        service.awaitStatus(id, JobStatus.SUCCEEDED);
        change(id, "status = 'RUNNING', headline = null, finished_at = null, progress_at = null");
        return id;
    }

    private void change(String id, String what) {
        jdbc.sql("update job set " + what + " where id = ?").param(id).update();
    }

    private void progress(String id, int ticks) {
        change(
                id,
                "sessions_done = 0, ticks_total = 100, session = '2026-01-12', progress_at = 0, ticks_done = " + ticks);
    }

    private void close(String id, int attempt, int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(number -> jdbc.sql(
                                "insert into job_trade (job_id, attempt, number, content) values (?, ?, ?, ?)")
                        .params(id, attempt, number, "{}")
                        .update());
        progress(id, attempt * 10_000 + to);
    }

    private List<Integer> written(String id) {
        return jdbc.sql("select number from job_trade where job_id = ? order by number")
                .param(id)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private JobSubscription follow(String id, @Nullable String after) {
        return events.subscribe(id, EventId.parse(after).orElse(null)).orElseThrow();
    }

    /** What there is to read after a look. */
    private List<String> read(JobSubscription reader) throws InterruptedException {
        events.look();
        var all = new ArrayList<String>();
        for (var some = reader.next(Duration.ZERO); !some.isEmpty(); some = reader.next(Duration.ZERO)) {
            some.forEach(event -> all.add((event instanceof Progress ? "progress " : "") + event.id()));
        }
        return all;
    }

    @Test
    void another_attempt_begins_its_trades_anew_for_all_who_read() throws InterruptedException {
        var id = job();
        close(id, 1, 1, 2);
        try (var reader = follow(id, null);
                var slow = follow(id, "1-1-RUNNING")) {
            assertThat(read(reader))
                    .containsExactly("1-0-RUNNING", "1-1-RUNNING", "1-2-RUNNING", "progress 1-2-RUNNING");
            change(id, "status = 'QUEUED'");
            change(id, "status = 'RUNNING', attempt = 2");
            close(id, 2, 1, 1);

            assertThat(read(reader)).containsExactly("2-0-RUNNING", "2-1-RUNNING", "progress 2-1-RUNNING");
            assertThat(read(slow)).containsExactly("2-0-RUNNING", "2-1-RUNNING", "progress 2-1-RUNNING");
        }
        try (var known = follow(id, "2-1-RUNNING")) {
            assertThat(read(known)).containsExactly("progress 2-1-RUNNING");
        }
    }

    @Test
    void only_what_is_new_is_told_and_nothing_after_the_end() throws InterruptedException {
        var id = job();
        try (var reader = follow(id, null)) {
            assertThat(read(reader)).containsExactly("1-0-RUNNING");
            assertThat(read(reader)).isEmpty();
            progress(id, 5);
            assertThat(read(reader)).containsExactly("progress 1-0-RUNNING");
            assertThat(read(reader)).isEmpty();
            change(id, "status = 'CANCELLING'");
            assertThat(read(reader)).containsExactly("1-0-CANCELLING");
            assertThat(reader.isOver()).isFalse();
            change(id, "status = 'CANCELLED', finished_at = 1");
            assertThat(read(reader)).containsExactly("1-0-CANCELLED", "1-0-CANCELLED-end");
            assertThat(reader.isOver()).isTrue();
        }
    }

    @Test
    void whoever_knows_all_waits_until_there_is_more() throws Exception {
        var id = job();
        try (var reader = follow(id, "1-0-RUNNING")) {
            var read = new FutureTask<List<JobEvent>>(() -> reader.next(Patience.LIMIT));
            var thread = Thread.ofPlatform().start(read);
            await().until(() -> read.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
            progress(id, 5);

            assertThat(read.get()).singleElement().isInstanceOf(Progress.class);
        }
    }

    @Test
    void many_trades_are_told_once_and_in_their_order_to_readers_at_any_place() throws InterruptedException {
        var id = job();
        close(id, 1, 1, MANY);
        try (var first = follow(id, null);
                var second = follow(id, "1-" + (MANY - 1) + "-RUNNING")) {
            var all = read(first);
            assertThat(all.subList(1, MANY + 1))
                    .isEqualTo(IntStream.rangeClosed(1, MANY)
                            .mapToObj(number -> "1-" + number + "-RUNNING")
                            .toList());
            assertThat(all).hasSize(MANY + 2);
            close(id, 1, MANY + 1, MANY + 1);

            assertThat(read(second))
                    .containsExactly(
                            "1-" + MANY + "-RUNNING",
                            "1-" + (MANY + 1) + "-RUNNING",
                            "progress 1-" + (MANY + 1) + "-RUNNING");
            assertThat(read(first))
                    .containsExactly("1-" + (MANY + 1) + "-RUNNING", "progress 1-" + (MANY + 1) + "-RUNNING");
        }
    }

    @Test
    void a_database_that_cannot_be_read_for_a_while_costs_no_event() throws InterruptedException {
        var id = job();
        try (var reader = follow(id, null)) {
            assertThat(read(reader)).containsExactly("1-0-RUNNING");
            close(id, 1, 1, 1);
            change(id, "status = 'CANCELLING'");
            jdbc.sql("alter table job_trade rename to elsewhere").update();
            assertThat(read(reader)).isEmpty();
            jdbc.sql("alter table elsewhere rename to job_trade").update();

            assertThat(read(reader)).containsExactly("1-0-CANCELLING", "1-1-CANCELLING");
        }
    }

    @Test
    void trades_are_written_with_the_progress_and_go_when_the_result_has_them() {
        service.engine().behave((_, listener) -> {
            listener.closed(FakeTrades.trade(1));
            listener.closed(FakeTrades.trade(2));
            FakeBacktests.goOn(listener, 4, release);
        });
        var id = service.submit();
        await().untilAsserted(() -> assertThat(written(id)).containsExactly(1, 2));
        release.countDown();
        service.awaitStatus(id, JobStatus.SUCCEEDED);

        assertThat(written(id)).isEmpty();
    }

    @Test
    void whoever_comes_after_a_job_was_cancelled_gets_what_was_written() throws InterruptedException {
        service.engine().behave((_, listener) -> {
            listener.closed(FakeTrades.trade(1));
            while (!listener.isCancelled()) {
                listener.progress(FakeBacktests.progress(4));
            }
        });
        var id = service.submit();
        await().untilAsserted(() -> assertThat(written(id)).containsExactly(1));
        service.bean(Jobs.class).cancel(JobKind.BACKTEST, id);
        service.awaitStatus(id, JobStatus.CANCELLED);

        try (var reader = follow(id, "1-0-RUNNING")) {
            assertThat(read(reader)).containsExactly("1-0-CANCELLED", "1-1-CANCELLED", "1-1-CANCELLED-end");
        }
    }

    @Test
    void another_attempt_forgets_the_trades_of_the_one_before() {
        var id = job();
        close(id, 1, 1, 2);
        change(id, "status = 'QUEUED'");

        service.bean(JobStore.class).start(id);

        assertThat(written(id)).isEmpty();
        change(id, "status = 'CANCELLED', finished_at = 1");
    }

    @Test
    void trades_that_cannot_be_written_are_written_with_the_next(CapturedOutput output) {
        refuseTrades();
        service.engine().behave((_, listener) -> {
            listener.closed(FakeTrades.trade(1));
            FakeBacktests.goOn(listener, 4, release);
            listener.closed(FakeTrades.trade(2));
            FakeBacktests.goOn(listener, 5, new CountDownLatch(1));
        });
        var id = service.submit();
        await().until(() -> output.getOut().contains("The progress could not be written"));
        assertThat(service.job(id).progress()).isNull();
        jdbc.sql("drop trigger refused").update();
        release.countDown();

        await().untilAsserted(() -> assertThat(written(id)).containsExactly(1, 2));
        service.bean(Jobs.class).cancel(JobKind.BACKTEST, id);
    }

    @Test
    void a_job_that_is_over_at_once_writes_no_trades(CapturedOutput output) {
        refuseTrades();
        service.engine().behave((_, listener) -> {
            listener.progress(FakeBacktests.progress(0));
            listener.closed(FakeTrades.trade(1));
        });
        var id = service.submit();
        service.awaitStatus(id, JobStatus.SUCCEEDED);
        jdbc.sql("drop trigger refused").update();

        assertThat(output.getOut()).doesNotContain("The progress could not be written");
    }

    private void refuseTrades() {
        jdbc.sql("create trigger refused before insert on job_trade begin select raise(abort, 'refused'); end")
                .update();
    }
}
