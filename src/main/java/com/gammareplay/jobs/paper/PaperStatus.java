package com.gammareplay.jobs.paper;

/** Where a paper session is in its life. */
public enum PaperStatus {
    RUNNING,
    /** Its close was decided. */
    FINISHED,
    /** It was stopped before. */
    STOPPED,
    FAILED;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this != RUNNING;
    }
}
