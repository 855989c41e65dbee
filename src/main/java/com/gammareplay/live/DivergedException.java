package com.gammareplay.live;

/** A session that goes on after a restart did not decide again what it had decided. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
