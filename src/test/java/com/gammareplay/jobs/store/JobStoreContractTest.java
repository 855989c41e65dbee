package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.JobDocument;
import com.gammareplay.jobs.JobError;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobResult;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.testing.StoreService;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataIntegrityViolationException;

/** How jobs go from state to state and what is kept of them. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class JobStoreContractTest extends StoreContract {

    private static final String HEADLINE = "{\"trades\":16,\"winRate\":0.625,\"sharpe\":null,\"warnings\":{}}";

    JobStoreContractTest(StoreService.Kind kind) {
        super(kind);
    }

    @Test
    void an_attempt_that_is_over_can_write_nothing() {
        var first = started("one");
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(store.progress(first, progress(), 0, List.of())).isTrue();
        assertThat(store.find("one").orElseThrow().progress()).isEqualTo(progress());
        assertThat(store.putBack(first)).isTrue();
        var second = store.start("one").orElseThrow();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.excused()).isEqualTo(1);
        assertThat(second.progress()).isNull();
        assertThat(store.progress(first, progress(), 0, List.of())).isFalse();
        store.succeed(first, new JobResult(HEADLINE, () -> {}), null);
        store.fail(first, new JobError("old", "of the first attempt"));
        assertThat(store.find("one")).hasValue(second);

        store.succeed(second, new JobResult(HEADLINE, () -> {}), progress());
        var ended = store.find("one").orElseThrow();
        assertThat(ended.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ended.headline()).isEqualTo(HEADLINE);
        assertThat(ended.progress()).isEqualTo(progress());
    }

    private static JobProgress progress() {
        return new JobProgress(1, 4, 781, 3_000_000_000L, "2026-01-12", 2, -12_345, Instant.ofEpochMilli(1_000));
    }

    @Test
    void trades_are_kept_once_until_the_result_has_them() {
        var trades = service.bean(JobTrades.class);
        var writing = service.bean(Transactions.class).writing();
        var job = started("one");
        writing.executeWithoutResult(_ -> trades.add(job, 0, List.of("first", "second")));
        writing.executeWithoutResult(_ -> trades.add(job, 1, List.of("second", "third")));

        assertThat(trades.page(job, 0)).containsExactly("first", "second", "third");
        assertThat(trades.page(job, 2)).containsExactly("third");
        assertThat(trades.has("one", new EventId(job.attempt(), 3, JobStatus.RUNNING, false)))
                .isTrue();
        assertThat(trades.has("one", new EventId(job.attempt(), 4, JobStatus.RUNNING, false)))
                .isFalse();

        store.succeed(job, new JobResult(HEADLINE, () -> {}), null);
        assertThat(service.count("job_trade")).isZero();
    }

    @Test
    void no_more_attempts_are_excused_than_there_were() {
        var job = started("one");
        service.database().sql("update job set excused = attempt").update();
        store.putBack(job);
        assertThat(store.find("one").orElseThrow().excused()).isEqualTo(1);

        store.tryAgain(store.start("one").orElseThrow());
        assertThat(store.find("one").orElseThrow().excused()).isEqualTo(1);
    }

    @Test
    void nothing_is_left_of_an_end_that_fails_when_it_was_half_written() {
        var job = started("one");
        Runnable failing = () -> {
            service.bean(JobDocumentStore.class).keep("one", Documents.of("kept"));
            service.bean(JobDocumentStore.class).keep("one", Documents.of("kept twice"));
        };
        assertThatThrownBy(() -> store.succeed(job, new JobResult(HEADLINE, failing), null))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(store.find("one")).hasValue(job);
        assertThat(service.count("job_part")).isZero();
        assertThat(service.count("headline_number")).isZero();
        store.fail(job, new JobError("why", "since"));
        assertThat(store.find("one").orElseThrow().error()).isEqualTo(new JobError("why", "since"));
    }

    @Test
    void a_document_of_several_parts_comes_back_whole() throws IOException {
        var random = new byte[300_000];
        new Random(1).nextBytes(random);
        var text = Base64.getEncoder().encodeToString(random);
        var documents = service.bean(JobDocumentStore.class);
        var job = started("one");
        store.succeed(job, new JobResult(HEADLINE, () -> documents.keep("one", Documents.of(text))), null);

        assertThat(service.count("job_part")).isGreaterThan(3 * 3);
        try (var document = documents.find("one", JobDocument.TRADES).orElseThrow()) {
            assertThat(document).hasContent(text);
        }
        try (var document = documents.find("one", JobDocument.TRADES).orElseThrow()) {
            assertThat(document.read()).isEqualTo(text.charAt(0));
        }
        assertThat(documents.find("two", JobDocument.TRADES)).isEmpty();
    }

    private static Callable<?> task(Runnable task) {
        return Executors.callable(task);
    }

    @Test
    void of_two_that_end_a_job_one_does() throws InterruptedException {
        for (var round = 0; round < 20; round++) {
            var job = started("job " + round);
            var result = new JobResult(
                    HEADLINE, () -> service.bean(JobDocumentStore.class).keep(job.id(), Documents.of("text")));
            var outcomes = atOnce(List.of(
                    task(() -> store.succeed(job, result, null)),
                    task(() -> store.fail(job, new JobError("why", "since")))));

            assertThat(outcomes).containsOnlyNulls();
            var ended = store.find(job.id()).orElseThrow();
            var succeeded = ended.status() == JobStatus.SUCCEEDED;
            assertThat(ended.error() == null).isEqualTo(succeeded);
            assertThat(ended.headline() != null).isEqualTo(succeeded);
            assertThat(service.count("job_part")).isEqualTo(succeeded ? 3 : 0);
            assertThat(service.count("headline_number")).isEqualTo(succeeded ? 2 : 0);
            store.delete(job.id());
        }
    }

    @Test
    void a_job_that_is_cancelled_while_it_ends_has_one_end() throws InterruptedException {
        for (var round = 0; round < 20; round++) {
            var job = started("job " + round);
            var outcomes = atOnce(List.of(
                    task(() -> store.cancel(job.id())),
                    task(() -> store.succeed(job, new JobResult(HEADLINE, () -> {}), null))));

            assertThat(outcomes).containsOnlyNulls();
            var ended = store.find(job.id()).orElseThrow();
            assertThat(ended.status()).isIn(JobStatus.SUCCEEDED, JobStatus.CANCELLED);
            assertThat(ended.headline() != null).isEqualTo(ended.status() == JobStatus.SUCCEEDED);
        }
    }

    @Test
    void what_ended_long_ago_goes_with_all_that_belongs_to_it() {
        for (var id : List.of("old", "older", "young")) {
            store.succeed(
                    started(id),
                    new JobResult(
                            HEADLINE, () -> service.bean(JobDocumentStore.class).keep(id, Documents.of("text"))),
                    null);
        }
        add("waits");
        var jdbc = service.database();
        jdbc.sql("update job set finished_at = 1 where id in ('old', 'older')").update();
        jdbc.sql("update job set created_at = 1").update();
        jdbc.sql("insert into sweep (job_id, trials) values ('old', 1)").update();
        jdbc.sql("insert into sweep_row (job_id, number, headline) values ('old', 0, '{}')")
                .update();

        service.bean(Retention.class).purge();

        assertThat(jdbc.sql("select id from job order by number")
                        .query(String.class)
                        .list())
                .containsExactly("young", "waits");
        assertThat(service.count("job_part")).isEqualTo(3);
        assertThat(service.count("headline_number")).isEqualTo(2);
        assertThat(service.count("sweep")).isZero();
        assertThat(service.count("sweep_row")).isZero();
    }

    @Test
    void only_what_has_ended_is_deleted() {
        var job = started("one");
        assertThat(store.delete("one")).isFalse();

        store.succeed(job, new JobResult(HEADLINE, () -> {}), null);
        assertThat(store.delete("one")).isTrue();
        assertThat(store.delete("one")).isFalse();
        assertThat(service.count("headline_number")).isZero();
    }

    @Test
    void that_it_can_be_written_is_seen() {
        assertThat(service.bean(JobsDatabaseHealthIndicator.class).health().getStatus())
                .isEqualTo(Status.UP);
    }
}
