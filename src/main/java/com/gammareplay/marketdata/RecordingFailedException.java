package com.gammareplay.marketdata;

/** A recording could not be written to: the disk is full, the file is locked or gone. Says so for users. */
public final class RecordingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
