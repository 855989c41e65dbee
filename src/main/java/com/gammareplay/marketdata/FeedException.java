package com.gammareplay.marketdata;

/** The live market gave no answer that can be used; the message says why, for users, and holds no secret. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong, as it is counted. */
    public enum Kind {
        /** Not reached, or answered with an error of its own, until it was too late. */
        UNAVAILABLE,
        /** Answered too late, or not at all. */
        TIMEOUT,
        /** Asked too often. */
        RATE_LIMITED,
        /** The key is not accepted. */
        UNAUTHORIZED,
        /** The market is closed, or does not know the session. */
        CLOSED,
        /** The answer is no answer: not JSON, too large, or without what matters. */
        BAD_ANSWER
    }

    public FeedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public FeedException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
