package com.gammareplay.jobs;

/** A submission that is right in itself but cannot be accepted. */
public final class SubmissionRefusedException extends RuntimeException {

    /** Why it cannot be accepted. */
    public enum Reason {
        /** As many jobs wait as may. */
        QUEUE_FULL,
        /** Its idempotency key came with another body before. */
        KEY_REUSED,
        /** Another submission by its idempotency key is being accepted. */
        KEY_IN_USE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public SubmissionRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why it was not accepted. */
    public Reason reason() {
        return reason;
    }
}
