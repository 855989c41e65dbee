package com.gammareplay.jobs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a job is in its life, and where it may go from there. */
public enum JobStatus {
    /** Accepted, waits for a worker. */
    QUEUED,
    /** A worker replays it. */
    RUNNING,
    /** Asked to end while it ran; its worker will notice. */
    CANCELLING,
    /** Ended with a result. */
    SUCCEEDED,
    /** Ended with a problem. */
    FAILED,
    /** Ended because somebody asked for it. */
    CANCELLED;

    /** The state of a name, if there is one. */
    static Optional<JobStatus> find(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    /** The states to which a job may go; empty for the last ones. A running job may be queued again by a stop. */
    public Set<JobStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(RUNNING, CANCELLED, FAILED);
            case RUNNING -> EnumSet.of(RUNNING, QUEUED, CANCELLING, SUCCEEDED, FAILED);
            case CANCELLING -> EnumSet.of(CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(JobStatus.class);
        };
    }

    /** Whether a job in this state never changes again. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** The states from which a job may come into this one. */
    public Set<JobStatus> previous() {
        var previous = EnumSet.noneOf(JobStatus.class);
        Arrays.stream(values()).filter(status -> status.next().contains(this)).forEach(previous::add);
        return previous;
    }
}
