package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.SubmissionRefusedException.Reason;
import com.gammareplay.jobs.intake.JobIntake;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.jobs.queue.JobQueue;
import com.gammareplay.requests.Submission;
import com.gammareplay.requests.Tags;
import com.gammareplay.testing.StoreService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** How jobs are accepted, and keys remembered. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class AcceptanceContractTest extends StoreContract {

    private static final IdempotencyKey KEY = new IdempotencyKey("caller", "one");

    AcceptanceContractTest(StoreService.Kind kind) {
        super(kind);
    }

    @Test
    void a_job_is_found_as_it_was_accepted() {
        var accepted = add("one");
        var other = add("two");

        assertThat(store.find("one")).hasValue(accepted);
        assertThat(accepted.request()).isEqualTo("{\"dataset\": \"demo\"}");
        assertThat(accepted.tags().values()).containsExactly("a", "\"b\"");
        assertThat(accepted.label()).isEqualTo("größer");
        assertThat(accepted.createdAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(other.sequence()).isGreaterThan(accepted.sequence());
        assertThat(store.find("three")).isEmpty();
    }

    @Test
    void nothing_is_left_of_a_submission_that_fails_when_its_job_was_written() {
        Consumer<Job> failing = _ -> {
            throw new IllegalStateException("for the test");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> service.bean(JobQueue.class).add(draft("one"), failing));
        Consumer<Job> refusedByTheDatabase = _ -> service.database()
                .sql("insert into sweep (job_id, trials) values ('nobody', 1)")
                .update();
        assertThatThrownBy(() -> service.bean(JobQueue.class).add(draft("one"), refusedByTheDatabase))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(service.count("job")).isZero();
        assertThat(service.count("scheduled_tasks")).isZero();
        assertThat(add("one").status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void of_fifty_submissions_at_once_as_many_are_accepted_as_may_wait() throws InterruptedException {
        Callable<?> submission = () -> service.bean(Jobs.class).submit(BODY, null);
        var outcomes = atOnce(Collections.nCopies(50, submission));

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(StoreService.MAX_QUEUED);
        assertThat(outcomes)
                .filteredOn(outcome -> isRefused(outcome, Reason.QUEUE_FULL))
                .hasSize(50 - StoreService.MAX_QUEUED);
        assertThat(service.count("job")).isEqualTo(StoreService.MAX_QUEUED);
        assertThat(service.count("scheduled_tasks")).isEqualTo(StoreService.MAX_QUEUED);
    }

    @Test
    void a_place_is_counted_among_those_that_wait() {
        var jobs = service.bean(Jobs.class);
        add("one");
        add("two");
        var last = add("three");
        assertThat(jobs.queuePosition(last)).hasValue(3);

        store.start("one");
        assertThat(jobs.queuePosition(last)).hasValue(2);
        store.cancel("two");
        assertThat(jobs.queuePosition(last)).hasValue(1);
        assertThat(store.putBack(store.find("one").orElseThrow())).isTrue();
        assertThat(jobs.queuePosition(last)).hasValue(2);
        assertThat(jobs.queue().queued()).isEqualTo(2);
    }

    /** Acceptance as another process has it, which shares nothing but the database. */
    private JobIntake otherProcess() {
        var keys = new IdempotencyKeys(
                service.database(), service.bean(Transactions.class), service.bean(InstantSource.class));
        return new JobIntake(keys, store, service.bean(JobQueue.class), service.bean(InstantSource.class));
    }

    @Test
    void the_same_key_gives_the_same_job() {
        var jobs = service.bean(Jobs.class);
        var first = jobs.submit(BODY, KEY);
        var second = jobs.submit(BODY, KEY);

        assertThat(second.job()).isEqualTo(first.job());
        assertThatThrownBy(() -> jobs.submit("{}".getBytes(StandardCharsets.UTF_8), KEY))
                .matches(failure -> isRefused(failure, Reason.KEY_REUSED));
        assertThat(service.count("job")).isEqualTo(1);

        store.cancel(first.job().id());
        store.delete(first.job().id());
        assertThat(jobs.submit(BODY, KEY).job().id()).isNotEqualTo(first.job().id());
    }

    @Test
    void two_processes_that_know_a_key_at_the_same_moment_accept_one_job() throws InterruptedException {
        var bothFoundNone = new CyclicBarrier(2);
        Function<byte[], Submission<String>> reader = _ -> {
            await(bothFoundNone);
            return new Submission<>("", "{}", null, Tags.NONE, null);
        };
        Callable<?> submission = () -> otherProcess().submit(JobKind.BACKTEST, BODY, KEY, reader, (_, _) -> {});
        var outcomes = atOnce(List.of(submission, submission));

        assertThat(outcomes).filteredOn(outcome -> outcome == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> isRefused(outcome, Reason.KEY_IN_USE))
                .hasSize(1);
        assertThat(service.count("job")).isEqualTo(1);
        assertThat(service.count("scheduled_tasks")).isEqualTo(1);
        assertThat(service.count("idempotency_key")).isEqualTo(1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keys_are_forgotten_after_a_day_a_few_at_a_time() {
        for (var number = 0; number < 3; number++) {
            service.bean(Jobs.class).submit(BODY, new IdempotencyKey("caller", "key " + number));
        }
        var tomorrow = service.bean(InstantSource.class).instant().plus(Duration.ofHours(24));
        var later = new IdempotencyKeys(
                service.database(), service.bean(Transactions.class), InstantSource.fixed(tomorrow));

        assertThat(service.bean(IdempotencyKeys.class).purge(2)).isZero();
        assertThat(later.purge(2)).isEqualTo(2);
        assertThat(later.purge(2)).isEqualTo(1);
        assertThat(later.purge(2)).isZero();
        assertThat(service.count("job")).isEqualTo(3);
    }
}
