package com.gammareplay.jobs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The jobs that wait, in a line for each kind. Thread-safe. */
@Component
class WaitingLines {

    private final Map<JobKind, WaitingJobs> lines = new EnumMap<>(JobKind.class);

    WaitingLines() {
        Arrays.stream(JobKind.values()).forEach(kind -> lines.put(kind, new WaitingJobs()));
    }

    WaitingJobs of(JobKind kind) {
        return Objects.requireNonNull(lines.get(kind));
    }

    void add(Job job) {
        of(job.kind()).add(job.sequence());
    }

    void remove(Job job) {
        of(job.kind()).remove(job.sequence());
    }

    /** The place of a job in its line, from 1. */
    int position(Job job) {
        return of(job.kind()).position(job.sequence());
    }

    /** Jobs in all lines. */
    int size() {
        return lines.values().stream().mapToInt(WaitingJobs::size).sum();
    }
}
