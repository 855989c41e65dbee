package com.gammareplay.jobs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeBacktests.Behaviour;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.parameters.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that has cost two workers their lives, among the jobs of other workers. */
@Tag("trial")
class QuarantineTest {

    private static final byte[] SUSPECT =
            "{\"label\": \"suspect\", \"preset\": \"january\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch othersMayEnd = new CountDownLatch(1);
    private final CountDownLatch suspectMayEnd = new CountDownLatch(1);
    private final CountDownLatch suspectBegan = new CountDownLatch(1);

    private static int picked(TestService service) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where picked = 1")
                .query(Integer.class)
                .single();
    }

    /** Whatever is accepted as the suspect counts as having cost two workers already. */
    private void accuse(TestService service) {
        service.bean(JdbcClient.class)
                .sql("create trigger accuse after insert on job when new.label = 'suspect'"
                        + " begin update job set deaths = 2 where number = new.number; end")
                .update();
    }

    @Test
    void a_suspect_waits_for_the_others_and_they_for_it() throws InterruptedException {
        try (var service = TestService.start(home, "--gamma.workers=4")) {
            accuse(service);
            service.engine().behave((request, _) -> {
                running.incrementAndGet();
                if (request.preset() == Preset.JANUARY) {
                    suspectBegan.countDown();
                    suspectMayEnd.await();
                } else {
                    othersMayEnd.await();
                }
                running.decrementAndGet();
            });
            service.submit();
            service.submit();
            await().until(() -> running.get() == 2);

            var suspect = service.bean(Jobs.class).submit(SUSPECT, null).job().id();
            await().until(() -> picked(service) == 3);
            assertThat(service.job(suspect).deaths()).isEqualTo(2);
            assertThat(service.job(suspect).status()).isEqualTo(JobStatus.QUEUED);
            assertThat(suspectBegan.getCount()).isEqualTo(1);

            othersMayEnd.countDown();
            suspectBegan.await();
            var behind = service.submit();
            await().until(() -> picked(service) == 2);
            assertThat(running).hasValue(1);
            assertThat(service.job(behind).status()).isEqualTo(JobStatus.QUEUED);

            suspectMayEnd.countDown();
            service.awaitStatus(suspect, JobStatus.SUCCEEDED);
            service.awaitStatus(behind, JobStatus.SUCCEEDED);
        }
    }

    private void fillMemory(TestService service, BooleanSupplier isShort) {
        service.engine().behave((request, _) -> {
            if (request.preset() != Preset.JANUARY) {
                running.incrementAndGet();
                othersMayEnd.await();
                running.decrementAndGet();
            } else if (isShort.getAsBoolean()) {
                throw new OutOfMemoryError("for the test");
            }
        });
    }

    private String shortBesideAnother(TestService service) {
        var other = service.submit();
        await().until(() -> running.get() == 1);
        var shortOfMemory = service.submitJanuary();
        await().untilAsserted(() -> {
            assertThat(service.job(shortOfMemory).attempt()).isEqualTo(1);
            assertThat(service.job(shortOfMemory).status()).isEqualTo(JobStatus.QUEUED);
        });
        assertThat(service.job(other).status()).isEqualTo(JobStatus.RUNNING);
        return shortOfMemory;
    }

    @Test
    void a_job_that_finds_no_memory_beside_another_is_run_again_alone() {
        try (var service = TestService.start(home, "--gamma.workers=2")) {
            fillMemory(service, () -> running.get() > 0);
            var shortOfMemory = shortBesideAnother(service);
            othersMayEnd.countDown();

            assertThat(service.awaitStatus(shortOfMemory, JobStatus.SUCCEEDED).attempt())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_job_that_finds_no_memory_alone_fails() {
        try (var service = TestService.start(home, "--gamma.workers=2")) {
            fillMemory(service, () -> true);
            var shortOfMemory = shortBesideAnother(service);
            othersMayEnd.countDown();
            var failed = service.awaitStatus(shortOfMemory, JobStatus.FAILED);

            assertThat(failed.attempt()).isEqualTo(2);
            assertThat(Objects.requireNonNull(failed.error()).code()).isEqualTo("out-of-memory");
            service.awaitStatus(service.submit(), JobStatus.SUCCEEDED);
        }
    }

    /** Two of the five times that the process is killed with the one job, it is killed with the other as well. */
    @Test
    void an_innocent_job_survives_beside_a_poisonous_one() throws IOException {
        var homes =
                IntStream.range(0, 6).mapToObj(i -> home.resolve("home" + i)).toList();
        for (var next : homes) {
            Files.createDirectory(next);
        }
        String innocent;
        String poison;
        try (var service = TestService.start(homes.get(0), FakeBacktests.UNTIL_CANCELLED, "--gamma.workers=2")) {
            innocent = service.submit();
            poison = service.submitJanuary();
            kill(service, homes.get(1), innocent, poison);
        }
        try (var service = TestService.start(homes.get(1), FakeBacktests.UNTIL_CANCELLED, "--gamma.workers=2")) {
            kill(service, homes.get(2), innocent, poison);
        }
        Behaviour poisonous = (request, listener) -> {
            if (request.preset() == Preset.JANUARY) {
                FakeBacktests.UNTIL_CANCELLED.run(request, listener);
            }
        };
        for (var death = 2; death < 5; death++) {
            try (var service = TestService.start(homes.get(death), poisonous, "--gamma.workers=2")) {
                kill(service, homes.get(death + 1), poison);
            }
        }
        try (var service = TestService.start(homes.get(5), poisonous, "--gamma.workers=2")) {
            var failed = service.awaitStatus(poison, JobStatus.FAILED);
            assertThat(Objects.requireNonNull(failed.error()).code()).isEqualTo("worker-lost");
            assertThat(failed.deaths()).isEqualTo(5);
            service.awaitStatus(innocent, JobStatus.SUCCEEDED);
        }
    }

    private static void kill(TestService service, Path copy, String... jobs) {
        for (var job : jobs) {
            service.awaitStatus(job, JobStatus.RUNNING);
        }
        service.copyAsKilled(copy);
    }
}
