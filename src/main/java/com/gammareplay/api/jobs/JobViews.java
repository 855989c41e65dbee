package com.gammareplay.api.jobs;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows jobs of one kind as they are now.
 *
 * @param <V> a job as clients see it
 */
public interface JobViews<V> {

    JobKind kind();

    List<V> of(List<Job> jobs);

    default V of(Job job) {
        return of(List.of(job)).getFirst();
    }

    /** How far a job is; null if that is unknown. */
    @Nullable
    Object progress(Job job);
}
