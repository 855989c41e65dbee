package com.gammareplay.marketdata;

/** Recorded data that cannot be used; the message names file, table and row as far as they are known. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong. */
    public enum Kind {
        /** The file, or its folder, is not there. */
        MISSING,
        /** The file is there but cannot be opened now: locked, or no permission. */
        UNAVAILABLE,
        /** The file is no recording, or a damaged one. */
        CORRUPT
    }

    public DataException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public DataException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
