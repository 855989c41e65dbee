package com.gammareplay.config;

/** The service must not start, for a reason that its user can mend; told without a stack trace. */
final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartRefusedException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    StartRefusedException(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
