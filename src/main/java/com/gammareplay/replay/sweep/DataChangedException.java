package com.gammareplay.replay.sweep;

/** A session is not any more what it was when earlier rows of the sweep were replayed. */
final class DataChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataChangedException(String message) {
        super(message);
    }
}
