package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.SubmissionRefusedException;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.JobIntake;
import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.requests.Submission;
import com.gammareplay.requests.Tags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyKeysTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("caller", "one");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "{\"label\": \"other\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private static IdempotencyKeys after(TestService service, Job job, Duration time) {
        return new IdempotencyKeys(
                service.bean(JdbcClient.class),
                service.bean(Transactions.class),
                InstantSource.fixed(job.createdAt().plus(time)));
    }

    @Test
    void a_key_is_kept_for_a_day_and_free_after_that() {
        try (var service = TestService.start(home)) {
            var job = service.bean(Jobs.class).submit(BODY, KEY).job();
            var lastMoment = after(service, job, Duration.ofHours(24).minusMillis(1));
            var dayLater = after(service, job, Duration.ofHours(24));

            assertThat(lastMoment.jobOf(KEY, BODY)).hasValue(job.id());
            assertThatExceptionOfType(SubmissionRefusedException.class).isThrownBy(() -> lastMoment.jobOf(KEY, OTHER));
            assertThat(lastMoment.purge(10)).isZero();

            assertThat(dayLater.jobOf(KEY, OTHER)).isEmpty();
            var next = Job.queued(
                    "next",
                    JobKind.BACKTEST,
                    new Submission<>("", "{}", null, Tags.NONE, null),
                    job.createdAt().plus(Duration.ofHours(24)));
            service.bean(JobTable.class).add(next);
            dayLater.keep(KEY, OTHER, next);
            assertThat(dayLater.jobOf(KEY, OTHER)).hasValue("next");
        }
    }

    @Test
    void a_submission_that_came_before_is_not_read_again_for_it_may_be_wrong_by_now() {
        try (var service = TestService.start(home)) {
            var job = service.bean(Jobs.class).submit(BODY, KEY).job();

            var again = service.bean(JobIntake.class)
                    .submit(
                            JobKind.BACKTEST,
                            BODY,
                            KEY,
                            _ -> {
                                throw new IllegalArgumentException("it is read again");
                            },
                            (_, _) -> {});

            assertThat(again.job().id()).isEqualTo(job.id());
            assertThat(again.replayed()).isTrue();
        }
    }

    @Test
    void an_old_key_is_purged_and_its_job_stays() {
        try (var service = TestService.start(home)) {
            var job = service.bean(Jobs.class).submit(BODY, KEY).job();

            assertThat(after(service, job, Duration.ofHours(24)).purge(10)).isEqualTo(1);

            assertThat(after(service, job, Duration.ZERO).jobOf(KEY, BODY)).isEmpty();
            assertThat(service.bean(Jobs.class).find(JobKind.BACKTEST, job.id()))
                    .isPresent();
        }
    }
}
