package com.gammareplay.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobProgress;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.requests.Tags;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobEtaTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private static Job job(JobStatus status, int ticksDone, long seconds) {
        var progress = new JobProgress(0, 10, ticksDone, 1000, "2026-01-12", 0, 0, START.plusSeconds(seconds));
        return new Job(
                1L,
                "id",
                JobKind.BACKTEST,
                status,
                null,
                Tags.NONE,
                null,
                "{}",
                START,
                START,
                null,
                1,
                0,
                0,
                progress,
                null,
                null);
    }

    @Test
    void the_time_to_the_end_goes_by_the_pace_when_the_progress_was_written() {
        var job = job(JobStatus.RUNNING, 250, 10);

        assertThat(JobEta.secondsLeft(job, START.plusSeconds(10))).isEqualTo(30);
        assertThat(JobEta.secondsLeft(job, START.plusSeconds(25))).isEqualTo(15);
        assertThat(JobEta.secondsLeft(job, START.plusSeconds(39))).isEqualTo(1);
    }

    @Test
    void the_time_to_the_end_is_unknown_once_a_job_takes_longer_than_expected() {
        var job = job(JobStatus.RUNNING, 250, 10);

        assertThat(JobEta.secondsLeft(job, START.plusSeconds(40))).isNull();
        assertThat(JobEta.secondsLeft(job, START.plusSeconds(60))).isNull();
        assertThat(JobEta.askAgainAfter(job, START.plusSeconds(60))).isEqualTo(6);
    }

    @Test
    void the_time_to_the_end_is_unknown_without_a_pace() {
        assertThat(JobEta.secondsLeft(job(JobStatus.RUNNING, 0, 10), START.plusSeconds(20)))
                .isNull();
        assertThat(JobEta.secondsLeft(job(JobStatus.SUCCEEDED, 1000, 10), START.plusSeconds(20)))
                .isNull();
    }

    @Test
    void those_who_have_waited_long_need_not_ask_often() {
        var queued = job(JobStatus.QUEUED, 0, 0);

        assertThat(JobEta.askAgainAfter(queued, START)).isEqualTo(1);
        assertThat(JobEta.askAgainAfter(queued, START.minusSeconds(50))).isEqualTo(1);
        assertThat(JobEta.askAgainAfter(queued, START.plusSeconds(50))).isEqualTo(5);
        assertThat(JobEta.askAgainAfter(queued, START.plusSeconds(9000))).isEqualTo(30);
        assertThat(JobEta.askAgainAfter(job(JobStatus.RUNNING, 0, 0), START.plusSeconds(70)))
                .isEqualTo(7);
        assertThat(JobEta.askAgainAfter(job(JobStatus.RUNNING, 500, 7), START.plusSeconds(7)))
                .isEqualTo(7);
    }
}
