package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gammareplay.bot.Preset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that has cost two workers their lives, among the jobs of other workers. */
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
}
