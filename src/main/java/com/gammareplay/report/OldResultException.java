package com.gammareplay.report;

/** A result that was kept lacks what is asked for: an earlier version wrote it. */
public final class OldResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OldResultException(Exception cause) {
        super("the result was kept by an earlier version, which did not write all of it", cause);
    }
}
