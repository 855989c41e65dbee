package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobStatusTest {

    @Test
    void only_ended_jobs_never_change() {
        assertThat(Arrays.stream(JobStatus.values()).filter(JobStatus::isFinal))
                .containsExactly(JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED);
    }

    @Test
    void a_job_that_is_being_cancelled_can_only_end_cancelled() {
        assertThat(JobStatus.CANCELLING.next()).containsExactly(JobStatus.CANCELLED);
        assertThat(JobStatus.SUCCEEDED.previous()).containsExactly(JobStatus.RUNNING);
    }
}
