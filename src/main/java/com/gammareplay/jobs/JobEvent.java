package com.gammareplay.jobs;

/** Something that happened to a job. */
public sealed interface JobEvent {

    /** How much of the job is known with this. */
    EventId id();

    /** The job is in another state, or in another attempt. */
    record State(EventId id, Job job) implements JobEvent {}

    /** The job is further on. */
    record Progress(EventId id, Job job) implements JobEvent {}

    /**
     * A trade was closed.
     *
     * @param json the trade as the trades' document has it
     */
    record Closed(EventId id, String json) implements JobEvent {}

    /** The job has ended; nothing follows. */
    record End(EventId id, Job job) implements JobEvent {}
}
